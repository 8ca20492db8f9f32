/** All benchmarks in the order in which they run. One benchmark may give several results. */
export const BENCHMARK_NAMES = [
  'moves.hot',
  'moves.spread',
  'moves.http',
  'board.open',
  'backlog.open',
  'swimlanes.open',
  'backlog.browser',
  'rerank',
  'board.browser',
  'fanout',
  'sprint.complete',
  'report.sprint',
  'projections',
  'replay',
] as const

export type BenchmarkName = (typeof BENCHMARK_NAMES)[number]

/** The parsed command line. */
export interface BenchmarkArguments {
  names: BenchmarkName[]
  /** The file for the results. */
  json: string | null
}

/**
 * Parses the command line. Names select benchmarks by a prefix (`moves` for every `moves.…`) or by
 * one of their results (`board.open.100`); no name selects all.
 * @throws Error in a sentence that names what is unknown or missing
 */
export function parseBenchmarkArguments(argv: string[]): BenchmarkArguments {
  const at = argv.indexOf('--json')
  const json = at < 0 ? null : (argv[at + 1] ?? '')
  if (json === '') throw new Error('--json is missing the name of its file.')
  const given = at < 0 ? argv : [...argv.slice(0, at), ...argv.slice(at + 2)]
  const unknown = given.filter((each) => !BENCHMARK_NAMES.some((name) => matchesName(name, each)))
  if (unknown.length > 0) {
    throw new Error(
      `There is no benchmark ${unknown.join(', ')}; there are ${BENCHMARK_NAMES.join(', ')}.`,
    )
  }
  const names = BENCHMARK_NAMES.filter((name) => given.some((each) => matchesName(name, each)))
  return { names: given.length > 0 ? names : [...BENCHMARK_NAMES], json }
}

const matchesName = (name: string, given: string) =>
  name === given || name.startsWith(`${given}.`) || given.startsWith(`${name}.`)
