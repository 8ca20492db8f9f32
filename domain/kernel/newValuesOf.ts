/** Returns the new value of each changed field. */
export const newValuesOf = (set: object) =>
  Object.fromEntries(Object.entries(set).map(([field, change]) => [field, change.to]))
