/** How a task may be settled, as lists offer it. An import may bring others along. */
export const RESOLUTIONS = [
  { value: 'done', label: 'Done' },
  { value: 'wont-do', label: 'Will not do' },
  { value: 'duplicate', label: 'Duplicate' },
  { value: 'cannot-reproduce', label: 'Cannot reproduce' },
]

/** The resolutions for a list, with the one that a task has where that came from elsewhere. */
export function resolutionOptions(current: string | null): { id: string; label: string }[] {
  const all = RESOLUTIONS.map(({ value, label }) => ({ id: value, label }))
  if (current === null || all.some(({ id }) => id === current)) return all
  return [...all, { id: current, label: current }]
}

/** A resolution in words. */
export const resolutionLabel = (value: string) =>
  RESOLUTIONS.find((each) => each.value === value)?.label ?? value
