import { describe, expect, it } from 'vitest'
import { BENCHMARK_NAMES, parseBenchmarkArguments } from '@/scripts/bench/benchmarkArguments'

describe('the arguments of a benchmark run', () => {
  it('all benchmarks run when none is named', () => {
    expect(parseBenchmarkArguments([])).toEqual({ names: [...BENCHMARK_NAMES], json: null })
  })

  it('a benchmark is named in full, by its prefix or by one of its results, and runs once', () => {
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

  it('the file for the results may be given anywhere', () => {
    const wanted = { names: ['fanout'], json: 'a.json' }
    expect(parseBenchmarkArguments(['--json', 'a.json', 'fanout'])).toEqual(wanted)
    expect(parseBenchmarkArguments(['fanout', '--json', 'a.json'])).toEqual(wanted)
  })

  it('unknown benchmarks and a missing file name are reported', () => {
    expect(() => parseBenchmarkArguments(['replay', 'mov'])).toThrow(
      /no benchmark mov; there are moves\.hot, /,
    )
    expect(() => parseBenchmarkArguments(['--json'])).toThrow('--json is missing')
  })
})
