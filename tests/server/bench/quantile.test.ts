import { describe, expect, it } from 'vitest'
import { medianOfThree, quantile } from '@/scripts/bench/benchmarkResult'

describe('statistics of results', () => {
  it('quantiles do not depend on the order of the values', () => {
    const values = Array.from({ length: 100 }, (_, i) => (i * 37) % 100)
    expect(quantile(values, 0)).toBe(0)
    expect(quantile(values, 0.5)).toBe(50)
    expect(quantile(values, 0.95)).toBe(95)
    expect(quantile(values, 1)).toBe(99)
    expect(quantile([], 0.5)).toBeNaN()
  })

  it('the median of three runs is returned', async () => {
    const rates = [30, 10, 20]
    const run = async () => ({ rate: rates.shift() ?? 0 })
    expect(await medianOfThree(run, (each) => each.rate)).toEqual({ rate: 20 })
  })
})
