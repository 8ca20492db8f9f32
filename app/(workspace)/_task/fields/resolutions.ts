/** How a task may be settled, as lists offer it. An import may bring others along. */
export const RESOLUTIONS = [
  { value: 'done', label: 'Done' },
  { value: 'wont-do', label: 'Will not do' },
  { value: 'duplicate', label: 'Duplicate' },
  { value: 'cannot-reproduce', label: 'Cannot reproduce' },
]

/** A resolution in words. */
export const resolutionName = (value: string) =>
  RESOLUTIONS.find((each) => each.value === value)?.label ?? value
