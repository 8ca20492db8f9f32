import { vi } from 'vitest'

/**
 * Repeats a check until it passes, and returns what it returned. An upper bound for a slow or busy
 * machine: a check that passes does not wait for it.
 * @throws the error of the last attempt, after half a minute
 */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 30_000, interval: 20 })
