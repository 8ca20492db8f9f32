/** True in `npm run test:long`. */
export const isLongRun = Boolean(process.env.CONCORD_LONG_TESTS)

/** The seed of samples, so that every `npm test` checks the same cases. */
export const SAMPLE_SEED = 20_310_101

/**
 * Returns how many cases fast-check generates: always the same sample in `npm test`, and the full
 * number from a random seed, which a failure prints, in `npm run test:long`.
 */
export function propertyRuns(sample = 100, full = sample * 10): { numRuns: number; seed?: number } {
  return isLongRun ? { numRuns: full } : { numRuns: sample, seed: SAMPLE_SEED }
}
