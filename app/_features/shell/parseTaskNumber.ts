/** Returns the number in a task key (118 for ALO-118), or null for an invalid key. */
export function parseTaskNumber(taskKey: string): number | null {
  const digits = /-([1-9]\d{0,8})$/.exec(taskKey)?.[1]
  return digits ? Number(digits) : null
}
