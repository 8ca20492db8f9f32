/** The offered resolutions. An import may add others. */
export const RESOLUTIONS = [
  { value: 'done', label: 'Done' },
  { value: 'wont-do', label: 'Will not do' },
  { value: 'duplicate', label: 'Duplicate' },
  { value: 'cannot-reproduce', label: 'Cannot reproduce' },
]

/** Returns the resolutions for a list, plus the task's current one when it was imported. */
export function resolutionOptions(current: string | null): { id: string; label: string }[] {
  const all = RESOLUTIONS.map(({ value, label }) => ({ id: value, label }))
  if (current === null || all.some(({ id }) => id === current)) return all
  return [...all, { id: current, label: current }]
}

/** Returns the label of a resolution. */
export const resolutionLabel = (value: string) =>
  RESOLUTIONS.find((each) => each.value === value)?.label ?? value
