import { stringify } from 'csv-stringify/sync'

/**
 * Returns one line of RFC 4180 CSV. Cells that a spreadsheet would run as a formula become plain
 * text.
 */
export const csvLine = (cells: readonly string[]): string =>
  stringify([[...cells]], {
    record_delimiter: '\r\n',
    quoted_match: /[\r\n]/,
    escape_formulas: true,
  })
