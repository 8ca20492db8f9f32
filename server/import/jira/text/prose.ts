import { guard, inline, type NameOf } from './inline'

/** Wiki markup without code and quotes as blocks of Markdown: headings, lists, tables, text. */
export function prose(text: string, nameOf: NameOf): string[] {
  const blocks: string[] = []
  let open = null as Open | null
  const close = () => {
    if (open) blocks.push(open.kind === 'table' ? table(open.lines) : open.lines.join('\n'))
    open = null
  }
  for (const line of text.split('\n')) {
    const read = readLine(line, nameOf)
    if (read === null) {
      close()
    } else if (read.kind === 'alone') {
      close()
      blocks.push(read.text)
    } else if (read.kind === 'text' && open && open.kind !== 'table') {
      runOn(open, read.text)
    } else {
      if (open?.kind !== read.kind) close()
      open ??= { kind: read.kind, lines: [], indent: '' }
      open.lines.push(read.text)
      open.indent = read.indent ?? ''
    }
  }
  close()
  return blocks
}

interface Open {
  kind: 'text' | 'list' | 'table'
  lines: string[]
  /** How far the text of the last list entry stands in. */
  indent: string
}

type Read = { kind: Open['kind'] | 'alone'; text: string; indent?: string }

/** Jira breaks a line where the text does, Markdown only where two blanks end it. */
function runOn(open: Open, text: string): void {
  const last = open.lines.length - 1
  open.lines[last] = `${open.lines[last]?.trimEnd()}  `
  open.lines.push(`${open.indent}${text}`)
}

function readLine(line: string, nameOf: NameOf): Read | null {
  const text = line.trim()
  if (text === '') return null
  const heading = /^h([1-6])\.\s+(.*)$/.exec(text)
  if (heading) {
    const level = '#'.repeat(Number(heading[1]))
    return { kind: 'alone', text: `${level} ${inline(heading[2] ?? '', nameOf)}` }
  }
  const quote = /^bq\.\s+(.*)$/.exec(text)
  if (quote) return { kind: 'alone', text: `> ${inline(quote[1] ?? '', nameOf)}` }
  if (/^-{4,}$/.test(text)) return { kind: 'alone', text: '---' }
  const item = /^([*#]+|-{1,3})\s+(.*)$/.exec(text)
  if (item?.[1]) return listItem(item[1], inline(item[2] ?? '', nameOf))
  if (text.startsWith('|')) return { kind: 'table', text: row(text, nameOf) }
  return { kind: 'text', text: plain(inline(text, nameOf)) }
}

function listItem(bullets: string, text: string): Read {
  // Three blanks a level are inside of a numbered parent and of a bulleted one.
  const above = 3 * (bullets.length - 1)
  const own = bullets.at(-1) === '#' ? '1.' : '-'
  const head = `${' '.repeat(above)}${own} `
  return { kind: 'list', text: `${head}${text}`, indent: ' '.repeat(head.length) }
}

/** Keeps text from becoming a heading, a rule or a list that nobody meant. */
function plain(text: string): string {
  if (/^(?:=+|-+)$/.test(text)) return `\\${text}`
  return text.replace(/^(\+\s|#{1,6}\s|#$)/, '\\$1')
}

const HEADER = '||'

/** A row as its cells joined by `|`, led by `||` where it is a heading. */
function row(text: string, nameOf: NameOf): string {
  const guarded = guard(text, nameOf)
  const heading = guarded.text.startsWith(HEADER)
  const bars = heading ? /\|\|?/ : /\|/
  const inner = guarded.text.replace(heading ? /^\|\|/ : /^\|/, '').replace(/\|\|?\s*$/, '')
  const cells = inner.split(bars).map((cell) =>
    guarded
      .markdown(cell.trim())
      .replace(/\s*\n\s*/g, ' ')
      .replaceAll('|', '\\|'),
  )
  return `${heading ? HEADER : '|'} ${cells.join(' | ')} |`
}

function table(rows: string[]): string {
  const [first = ''] = rows
  const columns = (row: string) => row.split(/(?<!\\)\|/).length - (row.startsWith(HEADER) ? 3 : 2)
  const width = Math.max(...rows.map(columns))
  const headed = first.startsWith(HEADER)
  const head = headed ? first.slice(1) : `|${'  |'.repeat(width)}`
  const body = (headed ? rows.slice(1) : rows).map((each) => each.replace(/^\|\|/, '|'))
  return [head, `|${' --- |'.repeat(headed ? columns(first) : width)}`, ...body].join('\n')
}
