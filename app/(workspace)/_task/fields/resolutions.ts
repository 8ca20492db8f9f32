/** How a task may be settled, as lists offer it. An import may bring others along. */
export const RESOLUTIONS = [
  { value: 'done', label: 'Done' },
  { value: 'wont-do', label: 'Will not do' },
  { value: 'duplicate', label: 'Duplicate' },
  { value: 'cannot-reproduce', label: 'Cannot reproduce' },
]

/** The resolutions for a list, with the one that a task has where that came from elsewhere. */
export function resolutionOptions(now: string | null): { id: string; label: string }[] {
  const all = RESOLUTIONS.map(({ value, label }) => ({ id: value, label }))
  if (now === null || all.some(({ id }) => id === now)) return all
  return [...all, { id: now, label: now }]
}

/** A resolution in words. */
export const resolutionName = (value: string) =>
  RESOLUTIONS.find((each) => each.value === value)?.label ?? value
