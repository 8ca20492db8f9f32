import { getTableColumns, type Table } from 'drizzle-orm'

/** The names of a table's columns as the database has them, without those left out. */
export function columnNames(table: Table, ...excluded: string[]): string[] {
  const names = Object.values(getTableColumns(table)).map((column) => column.name)
  return names.filter((name) => !excluded.includes(name))
}
