import { stringify } from 'csv-stringify/sync'

/** One line of RFC 4180 CSV. What a spreadsheet would take for a formula is made plain text. */
export const csvLine = (cells: readonly string[]): string =>
  stringify([[...cells]], {
    record_delimiter: '\r\n',
    quoted_match: /[\r\n]/,
    escape_formulas: true,
  })
