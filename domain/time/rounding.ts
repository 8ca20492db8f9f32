/**
 * How times are rounded on screens and in exports: to a number of minutes (0: not at all), up or to
 * the nearest.
 */
export interface Rounding {
  minutes: (typeof ROUNDING_MINUTES)[number]
  mode: 'nearest' | 'up'
}

export const ROUNDING_MINUTES = [0, 5, 6, 15, 30] as const
export const NO_ROUNDING: Rounding = { minutes: 0, mode: 'nearest' }

/** Returns the rounded seconds. Stored times are never rounded. */
export function roundSeconds(seconds: number, { minutes, mode }: Rounding): number {
  if (minutes === 0) return seconds
  const step = minutes * 60
  return (mode === 'up' ? Math.ceil(seconds / step) : Math.round(seconds / step)) * step
}
