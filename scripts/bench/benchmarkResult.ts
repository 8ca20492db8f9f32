/** One measured figure beside what it is held to. */
export interface BenchmarkResult {
  value: number
  unit: string
  /** What the same machine reached with raw SQL in the same run; null where the goal is absolute. */
  baseline: number | null
  /** What the goal compares: value to baseline, or value to goal. */
  ratio: number
  /** In words. */
  goal: string
  met: boolean
  /** Further figures, such as p95 in ms. */
  [more: string]: unknown
}

/** A benchmark gives one figure or several, each under its full name. */
export type Benchmark = (
  environment: BenchmarkEnvironment,
) => Promise<Record<string, BenchmarkResult>>

/** What a benchmark runs on: PostgreSQL of its own with default durability. */
export interface BenchmarkEnvironment {
  ownerUrl: string
  appUrl: string
  /** A folder of its own, gone afterwards. */
  folder: string
  /** Says what is going on. */
  say: (what: string) => void
}

/** The value at a share of a sorted copy, such as 0.95; NaN for nothing. */
export function quantile(values: number[], share: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** The middle of several runs. */
export const median = (values: number[]) => quantile(values, 0.5)

/** Rounded to three digits that matter. */
export const roundToThreeDigits = (value: number) => Number(value.toPrecision(3))

/** Runs something three times and gives the run whose figure is the middle one. */
export async function medianOfThree<T>(run: () => Promise<T>, figure: (each: T) => number) {
  const runs = [await run(), await run(), await run()]
  return runs.sort((a, b) => figure(a) - figure(b))[1] as T
}
