/** The 118 of ALO-118; null for what is no task's key. */
export function parseTaskNumber(taskKey: string): number | null {
  const digits = /-([1-9]\d{0,8})$/.exec(taskKey)?.[1]
  return digits ? Number(digits) : null
}
