/** What a file seems to hold: an issue a line, one document of issues, or nothing of use. */
export type Kind = 'lines' | 'document' | { problem: string }

/** Tells from the first 64 KB of a file's text. */
export function kindOf(head: string): Kind {
  const text = head.trimStart()
  if (text === '') return { problem: 'The file is empty.' }
  if (text.startsWith('[')) return 'document'
  if (!text.startsWith('{')) return { problem: `${other(text)} ${WANTED}` }
  const first = text.slice(0, text.indexOf('\n') + 1 || undefined)
  if (isIssue(first)) return 'lines'
  return /^\{(?:[^{}[\]]|\{[^{}]*\})*"issues"\s*:\s*\[/.test(text) ? 'document' : 'lines'
}

const WANTED = 'Concord reads Jira issues as JSON: one issue a line, or {"issues": […]}.'

function other(text: string): string {
  if (text.startsWith('PK')) return 'This is a zip file; unpack it first.'
  if (/^<\?xml|^<!--|^<[a-z]/i.test(text)) return 'This is XML or HTML, not JSON.'
  if (/^[\w "']+[,;\t]/.test(text)) return 'This looks like CSV, not JSON.'
  return 'This is not JSON.'
}

function isIssue(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && 'key' in value
  } catch {
    return false
  }
}
