/** One measured value and its goal. */
export interface BenchmarkResult {
  value: number
  unit: string
  /** The value of raw SQL on the same machine in the same run; null when the goal is absolute. */
  baseline: number | null
  /** The ratio that the goal limits: value to baseline, or value to goal. */
  ratio: number
  /** The goal as text. */
  goal: string
  met: boolean
  /** Further values, such as p95 in ms. */
  [more: string]: unknown
}

/** Returns one or several results, each under its full name. */
export type Benchmark = (
  environment: BenchmarkEnvironment,
) => Promise<Record<string, BenchmarkResult>>

/** The environment of a benchmark: a PostgreSQL of its own with default durability. */
export interface BenchmarkEnvironment {
  ownerUrl: string
  appUrl: string
  /** A temporary folder. */
  folder: string
  /** Prints progress. */
  say: (what: string) => void
}

/** Returns the quantile of the values at a share such as 0.95; NaN for no values. */
export function quantile(values: number[], share: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Returns the median. */
export const median = (values: number[]) => quantile(values, 0.5)

/** Rounds to three significant digits. */
export const roundToThreeDigits = (value: number) => Number(value.toPrecision(3))

/** Runs something three times and returns the run with the median value. */
export async function medianOfThree<T>(run: () => Promise<T>, figure: (each: T) => number) {
  const runs = [await run(), await run(), await run()]
  return runs.sort((a, b) => figure(a) - figure(b))[1] as T
}
