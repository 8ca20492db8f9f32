import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankBetween, ranksBetween } from '@/domain/kernel/rank'

describe('ranks', () => {
  it('stand strictly between their neighbours, however often one inserts', () => {
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
    )
  })

  it('stay short when tasks pile up at one end', () => {
    let rank = rankBetween({ lower: null, upper: null })
    for (let i = 0; i < 100_000; i++) rank = rankBetween({ lower: rank, upper: null })
    expect(rank.length).toBeLessThan(6)
  })

  it('come several at a time, ascending and within bounds', () => {
    const bounds = { lower: rankBetween({ lower: null, upper: null }), upper: null }
    const ranks = ranksBetween(bounds, 50)
    expect([bounds.lower, ...ranks]).toEqual([...new Set([bounds.lower, ...ranks])].sort())
  })

  it('fall back to just behind the lower neighbour where foreign data crossed the two', () => {
    for (const upper of ['a1', 'a0']) {
      expect(rankBetween({ lower: 'a1', upper }) > 'a1').toBe(true)
      expect(ranksBetween({ lower: 'a1', upper }, 2)).toHaveLength(2)
    }
  })
})
