import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankBetween, ranksBetween } from '@/domain/kernel/rank'
import { propertyRuns } from '@/tests/support/propertyRuns'

describe('ranks', () => {
  it('a new rank is always strictly between its neighbours, after any number of insertions', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 200 }), (places) => {
        const column: string[] = []
        for (const place of places) {
          const at = place % (column.length + 1)
          const rankRange = { lower: column[at - 1] ?? null, upper: column[at] ?? null }
          column.splice(at, 0, rankBetween(rankRange))
        }
        expect([...new Set(column)].sort()).toEqual(column)
      }),
      propertyRuns(),
    )
  })

  it('ranks stay short when many tasks are added at one end', () => {
    let rank = rankBetween({ lower: null, upper: null })
    for (let i = 0; i < 100_000; i++) rank = rankBetween({ lower: rank, upper: null })
    expect(rank.length).toBeLessThan(6)
  })

  it('several ranks at once are ascending and within their bounds', () => {
    const bounds = { lower: rankBetween({ lower: null, upper: null }), upper: null }
    const ranks = ranksBetween(bounds, 50)
    expect([bounds.lower, ...ranks]).toEqual([...new Set([bounds.lower, ...ranks])].sort())
  })

  it('reversed neighbours from imported data give a rank just after the lower one', () => {
    for (const upper of ['a1', 'a0']) {
      expect(rankBetween({ lower: 'a1', upper }) > 'a1').toBe(true)
      expect(ranksBetween({ lower: 'a1', upper }, 2)).toHaveLength(2)
    }
  })
})
