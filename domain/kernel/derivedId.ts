import type { Id } from './primitives'

/** An id that follows from two others and is as unlikely to be met: a repeat makes the same one. */
export function deriveId(a: Id, b: Id): Id {
  const [left, right] = [toHex(a), toHex(b)]
  const mixed = [...left].map((digit, i) => xor(digit, right[i] ?? '0'))
  // As RFC 9562 has it for ids made in a way of one's own.
  mixed[12] = '8'
  mixed[16] = 'a'
  const text = mixed.join('')
  return [8, 12, 16, 20].toReversed().reduce((id, at) => `${id.slice(0, at)}-${id.slice(at)}`, text)
}

const toHex = (id: Id) => id.replaceAll('-', '').padEnd(32, '0')
const xor = (a: string, b: string) =>
  ((Number.parseInt(a, 16) ^ Number.parseInt(b, 16)) & 15).toString(16)
