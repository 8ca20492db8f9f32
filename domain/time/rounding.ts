/** How times are shown and exported: to so many minutes (0: as they are), up or to the nearest. */
export interface Rounding {
  minutes: (typeof STEPS)[number]
  way: 'nearest' | 'up'
}

export const STEPS = [0, 5, 6, 15, 30] as const
export const EXACT: Rounding = { minutes: 0, way: 'nearest' }

/** The seconds as they are shown; what is logged stays as it is. */
export function rounded(seconds: number, { minutes, way }: Rounding): number {
  if (minutes === 0) return seconds
  const step = minutes * 60
  return (way === 'up' ? Math.ceil(seconds / step) : Math.round(seconds / step)) * step
}
