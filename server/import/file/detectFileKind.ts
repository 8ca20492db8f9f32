/** The detected format of a file: one issue per line, one document of issues, or neither. */
export type FileKind = 'lines' | 'document' | { problem: string }

/** Detects the format from the first 64 KB of a file's text. */
export function detectFileKind(head: string): FileKind {
  const text = head.trimStart()
  if (text === '') return { problem: 'The file is empty.' }
  if (text.startsWith('[')) return 'document'
  if (!text.startsWith('{')) return { problem: `${describeOtherFormat(text)} ${EXPECTED_FORMAT}` }
  const first = text.slice(0, text.indexOf('\n') + 1 || undefined)
  if (isIssueLine(first)) return 'lines'
  return /^\{(?:[^{}[\]]|\{[^{}]*\})*"issues"\s*:\s*\[/.test(text) ? 'document' : 'lines'
}

const EXPECTED_FORMAT = 'Concord reads Jira issues as JSON: one issue a line, or {"issues": […]}.'

function describeOtherFormat(text: string): string {
  if (text.startsWith('PK')) return 'This is a zip file; unpack it first.'
  if (/^<\?xml|^<!--|^<[a-z]/i.test(text)) return 'This is XML or HTML, not JSON.'
  if (/^[\w "']+[,;\t]/.test(text)) return 'This looks like CSV, not JSON.'
  return 'This is not JSON.'
}

function isIssueLine(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && 'key' in value
  } catch {
    return false
  }
}
