import { inlineToMarkdown, type NameOf, protectLine } from './inlineToMarkdown'

/**
 * Converts wiki markup without code and quotes to blocks of Markdown: headings, lists, tables,
 * text.
 */
export function proseToMarkdown(text: string, nameOf: NameOf): string[] {
  const blocks: string[] = []
  let openBlock = null as OpenBlock | null
  const closeBlock = () => {
    if (openBlock)
      blocks.push(
        openBlock.kind === 'table' ? tableToMarkdown(openBlock.lines) : openBlock.lines.join('\n'),
      )
    openBlock = null
  }
  for (const line of text.split('\n')) {
    const parsed = parseLine(line, nameOf)
    if (parsed === null) {
      closeBlock()
    } else if (parsed.kind === 'alone') {
      closeBlock()
      blocks.push(parsed.text)
    } else if (parsed.kind === 'text' && openBlock && openBlock.kind !== 'table') {
      appendContinuation(openBlock, parsed.text)
    } else {
      if (openBlock?.kind !== parsed.kind) closeBlock()
      openBlock ??= { kind: parsed.kind, lines: [], indent: '' }
      openBlock.lines.push(parsed.text)
      openBlock.indent = parsed.indent ?? ''
    }
  }
  closeBlock()
  return blocks
}

interface OpenBlock {
  kind: 'text' | 'list' | 'table'
  lines: string[]
  /** Indentation of the text of the last list item. */
  indent: string
}

type ParsedLine = { kind: OpenBlock['kind'] | 'alone'; text: string; indent?: string }

/** A line break in Jira's text is a line break. Markdown needs two spaces before it. */
function appendContinuation(openBlock: OpenBlock, text: string): void {
  const last = openBlock.lines.length - 1
  openBlock.lines[last] = `${openBlock.lines[last]?.trimEnd()}  `
  openBlock.lines.push(`${openBlock.indent}${text}`)
}

function parseLine(line: string, nameOf: NameOf): ParsedLine | null {
  const text = line.trim()
  if (text === '') return null
  const heading = /^h([1-6])\.\s+(.*)$/.exec(text)
  if (heading) {
    const level = '#'.repeat(Number(heading[1]))
    return { kind: 'alone', text: `${level} ${inlineToMarkdown(heading[2] ?? '', nameOf)}` }
  }
  const quote = /^bq\.\s+(.*)$/.exec(text)
  if (quote) return { kind: 'alone', text: `> ${inlineToMarkdown(quote[1] ?? '', nameOf)}` }
  if (/^-{4,}$/.test(text)) return { kind: 'alone', text: '---' }
  const item = /^([*#]+|-{1,3})\s+(.*)$/.exec(text)
  if (item?.[1]) return listItem(item[1], inlineToMarkdown(item[2] ?? '', nameOf))
  if (text.startsWith('|')) return { kind: 'table', text: tableRow(text, nameOf) }
  return { kind: 'text', text: escapeLineStart(inlineToMarkdown(text, nameOf)) }
}

function listItem(bullets: string, text: string): ParsedLine {
  // Three spaces per level indent below numbered and below bulleted items.
  const indent = 3 * (bullets.length - 1)
  const marker = bullets.at(-1) === '#' ? '1.' : '-'
  const head = `${' '.repeat(indent)}${marker} `
  return { kind: 'list', text: `${head}${text}`, indent: ' '.repeat(head.length) }
}

/** Escapes the start of a line that would become an unintended heading, rule or list. */
function escapeLineStart(text: string): string {
  if (/^(?:=+|-+)$/.test(text)) return `\\${text}`
  return text.replace(/^(\+\s|#{1,6}\s|#$)/, '\\$1')
}

const HEADER = '||'

/** Returns the cells of a row joined by `|`, with a leading `||` for a heading row. */
function tableRow(text: string, nameOf: NameOf): string {
  const protectedLine = protectLine(text, nameOf)
  const heading = protectedLine.text.startsWith(HEADER)
  const bars = heading ? /\|\|?/ : /\|/
  const inner = protectedLine.text.replace(heading ? /^\|\|/ : /^\|/, '').replace(/\|\|?\s*$/, '')
  const cells = inner.split(bars).map((cell) =>
    protectedLine
      .markdown(cell.trim())
      .replace(/\s*\n\s*/g, ' ')
      .replaceAll('|', '\\|'),
  )
  return `${heading ? HEADER : '|'} ${cells.join(' | ')} |`
}

function tableToMarkdown(rows: string[]): string {
  const [first = ''] = rows
  const columns = (row: string) => row.split(/(?<!\\)\|/).length - (row.startsWith(HEADER) ? 3 : 2)
  const width = Math.max(...rows.map(columns))
  const headed = first.startsWith(HEADER)
  const head = headed ? first.slice(1) : `|${'  |'.repeat(width)}`
  const body = (headed ? rows.slice(1) : rows).map((each) => each.replace(/^\|\|/, '|'))
  return [head, `|${' --- |'.repeat(headed ? columns(first) : width)}`, ...body].join('\n')
}
