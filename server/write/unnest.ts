import type { Row } from '@/db/rows'

/**
 * Rows as `unnest(...) as u(...)` with an array a column, appended to the statement's parameters:
 * smaller than JSON, and quicker for both sides.
 * @param columnTypes the columns with their types; values of `jsonb` are written as JSON
 */
export function unnest(
  rows: Row[],
  columnTypes: Record<string, string>,
  parameters: unknown[],
  alias = 'u',
): string {
  const arrays = Object.entries(columnTypes).map(([name, type]) => {
    const values = rows.map((row) => (type === 'jsonb' ? jsonOrNull(row[name]) : row[name]))
    return `$${parameters.push(arrayLiteral(values))}::${type}[]`
  })
  return `unnest(${arrays.join(', ')}) as ${alias}(${Object.keys(columnTypes).join(', ')})`
}

/** An array as PostgreSQL reads it. Written by hand, which is several times faster. */
export function arrayLiteral(values: unknown[]): string {
  return `{${values.map(arrayItem).join(',')}}`
}

function arrayItem(value: unknown): string {
  if (Array.isArray(value)) return arrayItem(arrayLiteral(value))
  if (typeof value === 'string') {
    return /["\\]/.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : `"${value}"`
  }
  return value === undefined || value === null ? 'NULL' : String(value)
}

const jsonOrNull = (value: unknown) =>
  value === null || value === undefined ? null : JSON.stringify(value)
