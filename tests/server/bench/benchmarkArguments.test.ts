import { describe, expect, it } from 'vitest'
import { BENCHMARK_NAMES, parseBenchmarkArguments } from '@/scripts/bench/benchmarkArguments'

describe('what a benchmark run is asked for', () => {
  it('is everything when nothing is named', () => {
    expect(parseBenchmarkArguments([])).toEqual({ names: [...BENCHMARK_NAMES], json: null })
  })

  it('is named whole, by its beginning, or by one of its figures, and runs once', () => {
    expect(parseBenchmarkArguments(['replay']).names).toEqual(['replay'])
    expect(parseBenchmarkArguments(['moves']).names).toEqual([
      'moves.hot',
      'moves.spread',
      'moves.http',
    ])
    expect(parseBenchmarkArguments(['board.open.100', 'board.open.1000']).names).toEqual([
      'board.open',
    ])
  })

  it('takes the file for the results wherever it stands', () => {
    const wanted = { names: ['fanout'], json: 'a.json' }
    expect(parseBenchmarkArguments(['--json', 'a.json', 'fanout'])).toEqual(wanted)
    expect(parseBenchmarkArguments(['fanout', '--json', 'a.json'])).toEqual(wanted)
  })

  it('names what there is not, and a file that is missing', () => {
    expect(() => parseBenchmarkArguments(['replay', 'mov'])).toThrow(
      /no benchmark mov; there are moves\.hot, /,
    )
    expect(() => parseBenchmarkArguments(['--json'])).toThrow('--json is missing')
  })
})
