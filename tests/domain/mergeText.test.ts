import { describe, expect, it } from 'vitest'
import { mergeHunks, mergeText } from '@/domain/conflict/mergeText'

const text = (...lines: string[]) => lines.join('\n')
const base = text('Title', '', 'one', 'two', 'three', '', 'end')

describe('merging a text by line', () => {
  it('changes of different lines are both kept', () => {
    const theirs = base.replace('one', 'ONE')
    const mine = base.replace('end', 'END')
    expect(mergeText(base, theirs, mine)).toBe(base.replace('one', 'ONE').replace('end', 'END'))
  })

  it('a change that both sides made is taken once', () => {
    const both = base.replace('two', 'TWO')
    expect(mergeText(base, both, both)).toBe(both)
  })

  it('changes of the same line or insertions at the same position are not merged', () => {
    expect(mergeText(base, base.replace('two', '2'), base.replace('two', 'II'))).toBeNull()
    expect(mergeText('', 'theirs', 'mine')).toBeNull()
    expect(mergeText('a', text('a', 'x'), text('a', 'y'))).toBeNull()
  })

  it('the hunks show where both sides differ', () => {
    const hunks = mergeHunks(text('a', 'b', 'c'), text('a', 'x', 'c'), text('a', 'y', 'c'))
    expect(hunks).toEqual([
      { ok: ['a'] },
      { conflict: { base: ['b'], theirs: ['x'], mine: ['y'] } },
      { ok: ['c'] },
    ])
  })

  it('long texts with many equal lines are merged quickly', { timeout: 60_000 }, () => {
    const lines = Array.from({ length: 6000 }, (_, i) => (i % 2 === 0 ? '' : `- ${i % 7}`))
    const long = lines.join('\n')
    const started = performance.now()
    expect(mergeText(long, `x\n${long}`, `${long}\ny`)).toBeNull()
    expect(mergeText(long, long.replace('- 3', 'x'), long.replace('- 5', 'y'))).not.toBeNull()
    const blank = '\n'.repeat(100_000)
    expect(mergeText(blank, `x${blank}`, `${blank}y`)).toBeNull()
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
