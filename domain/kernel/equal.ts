/** Returns whether two plain values (scalars, arrays, objects of these) are deeply equal. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b || Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false
  const left = Object.entries(a)
  return (
    Array.isArray(a) === Array.isArray(b) &&
    left.length === Object.keys(b).length &&
    left.every(([key, value]) => key in b && isEqual(value, (b as Record<string, unknown>)[key]))
  )
}
