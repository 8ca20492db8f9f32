import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeHunks, mergeText } from '@/domain/conflict/mergeText'
import { isEqual } from '@/domain/kernel/equal'
import { applySetChange } from '@/domain/task/evolve'
import { propertyRuns } from '@/tests/support/propertyRuns'

const line = fc.constantFrom('', 'a', 'b', 'c', 'd', 'e', '__proto__')
const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'))

describe('a three-way merge', { timeout: 60_000 }, () => {
  it('the result is one side when the other changed nothing', () => {
    fc.assert(
      fc.property(text, text, (base, side) => {
        expect(mergeText(base, base, side)).toBe(side)
        expect(mergeText(base, side, base)).toBe(side)
        expect(mergeText(base, side, side)).toBe(side)
      }),
      propertyRuns(),
    )
  })

  it('the result is the same when both sides are exchanged', () => {
    fc.assert(
      fc.property(text, text, text, (base, theirs, mine) => {
        expect(mergeText(base, theirs, mine)).toBe(mergeText(base, mine, theirs))
      }),
      propertyRuns(1000),
    )
  })

  it('every new line of either side is in the hunks', () => {
    fc.assert(
      fc.property(text, text, text, (base, theirs, mine) => {
        const lines = new Set(mergeHunks(base, theirs, mine).flatMap(hunkLines))
        for (const [side, other] of [
          [theirs, mine],
          [mine, theirs],
        ] as const) {
          const fresh = side.split('\n').filter((each) => !base.split('\n').includes(each))
          for (const each of fresh)
            expect(lines.has(each), `${each} of ${side}, ${other}`).toBe(true)
        }
      }),
      propertyRuns(1000),
    )
  })
})

const hunkLines = (hunk: ReturnType<typeof mergeHunks>[number]) =>
  'ok' in hunk ? hunk.ok : [...hunk.conflict.theirs, ...hunk.conflict.mine]

describe('changes of sets', { timeout: 60_000 }, () => {
  const entries = ['a', 'b', 'c', 'd', 'e', 'f']
  const change = (among: string[]) => fc.tuple(fc.subarray(among), fc.subarray(among))

  it('changes of different entries give the same set in either order', () => {
    fc.assert(
      fc.property(
        fc.subarray(entries),
        change(['a', 'b', 'c']),
        change(['d', 'e', 'f']),
        (set, [add1, remove1], [add2, remove2]) => {
          const one = applySetChange(applySetChange(set, add1, remove1), add2, remove2)
          const two = applySetChange(applySetChange(set, add2, remove2), add1, remove1)
          expect(one).toEqual(two)
        },
      ),
      propertyRuns(),
    )
  })

  it('additions or removals of the same entries give the same set in either order', () => {
    fc.assert(
      fc.property(fc.subarray(entries), fc.subarray(entries), fc.subarray(entries), (set, x, y) => {
        expect(applySetChange(applySetChange(set, x), y)).toEqual(
          applySetChange(applySetChange(set, y), x),
        )
        const less = (a: string[], b: string[]) => applySetChange(applySetChange(set, [], a), [], b)
        expect(less(x, y)).toEqual(less(y, x))
        expect(applySetChange(applySetChange(set, x), x)).toEqual(applySetChange(set, x))
      }),
      propertyRuns(),
    )
  })
})

describe('equality of plain values', { timeout: 60_000 }, () => {
  it('values are equal when their JSON is equal, regardless of the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(isEqual(a, JSON.parse(JSON.stringify(a)))).toBe(true)
        expect(isEqual(a, b)).toBe(isEqual(b, a))
      }),
      propertyRuns(),
    )
    expect(isEqual({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true)
    expect(isEqual({ a: undefined }, { b: 1 })).toBe(false)
    expect(isEqual({ a: undefined }, { b: undefined })).toBe(false)
    expect(isEqual([], {})).toBe(false)
  })
})
