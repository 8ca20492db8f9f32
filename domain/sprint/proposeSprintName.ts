/**
 * Returns the proposed name for a project's next sprint: "ALO Sprint 5" when the highest number so
 * far is 4.
 */
export function proposeSprintName(key: string, names: readonly string[]): string {
  const numbers = names.flatMap((name) => {
    const found = /sprint (\d{1,6})$/i.exec(name.trim())
    return found ? [Number(found[1])] : []
  })
  return `${key} Sprint ${Math.max(0, ...numbers) + 1}`
}
