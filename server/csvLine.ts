/** One line of RFC 4180 CSV. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(escapeCell).join(',')}\r\n`
}

/** Quoted where it must be; what a spreadsheet would take for a formula is made plain text. */
function escapeCell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
