/** Returns an array as a PostgreSQL literal, several times faster than the driver does. */
export function arrayLiteral(values: readonly unknown[]): string {
  return `{${values.map(arrayItem).join(',')}}`
}

function arrayItem(value: unknown): string {
  if (typeof value === 'string') {
    return /["\\]/.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : `"${value}"`
  }
  return value === undefined || value === null ? 'NULL' : String(value)
}
