import { describe, expect, it } from 'vitest'
import { asked, NAMES } from '@/scripts/bench/asked'

describe('what a benchmark run is asked for', () => {
  it('is everything when nothing is named', () => {
    expect(asked([])).toEqual({ names: [...NAMES], json: null })
  })

  it('is named whole, by its beginning, or by one of its figures, and runs once', () => {
    expect(asked(['replay']).names).toEqual(['replay'])
    expect(asked(['moves']).names).toEqual(['moves.hot', 'moves.spread', 'moves.http'])
    expect(asked(['board.open.100', 'board.open.1000']).names).toEqual(['board.open'])
  })

  it('takes the file for the results wherever it stands', () => {
    const wanted = { names: ['fanout'], json: 'a.json' }
    expect(asked(['--json', 'a.json', 'fanout'])).toEqual(wanted)
    expect(asked(['fanout', '--json', 'a.json'])).toEqual(wanted)
  })

  it('names what there is not, and a file that is missing', () => {
    expect(() => asked(['replay', 'mov'])).toThrow(/no benchmark mov; there are moves\.hot, /)
    expect(() => asked(['--json'])).toThrow('--json is missing')
  })
})
