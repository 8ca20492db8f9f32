import { codeSpan, markdownLink, type NameOf } from './inlineToMarkdown'
import { blockquote, codeFence } from './wikiToMarkdown'

/** A node of Jira Cloud's document format. Its contents are checked where they are used. */
interface AdfNode {
  type: string
  text?: string
  content?: AdfNode[]
  marks?: { type: string; attrs?: Record<string, unknown> }[]
  attrs?: Record<string, unknown>
}

/** Converts an Atlassian document (ADF) to Markdown. Unknown nodes give their inner text. */
export function adfToMarkdown(doc: unknown, nameOf: NameOf = () => undefined): string {
  return isNode(doc) ? blocks(children(doc), nameOf).join('\n\n') : ''
}

function isNode(value: unknown): value is AdfNode {
  return typeof value === 'object' && value !== null && typeof (value as AdfNode).type === 'string'
}

const children = (node: AdfNode): AdfNode[] =>
  Array.isArray(node.content) ? node.content.filter(isNode) : []
const attribute = (node: AdfNode, name: string): string => String(node.attrs?.[name] ?? '')

function blocks(nodes: AdfNode[], nameOf: NameOf): string[] {
  return nodes.map((node) => block(node, nameOf)).filter((text) => text.trim() !== '')
}

function block(node: AdfNode, nameOf: NameOf): string {
  const inner = children(node)
  switch (node.type) {
    case 'paragraph':
      return inlineNodes(inner, nameOf).replace(/^(#{1,6}\s|[-+*]\s|\d+[.)]\s|>|=+$|-+$)/gm, '\\$1')
    case 'heading': {
      const level = Math.min(6, Math.max(1, Number(node.attrs?.level) || 1))
      return `${'#'.repeat(level)} ${inlineNodes(inner, nameOf).replace(/\s*\n/g, ' ')}`
    }
    case 'bulletList':
      return list(inner, () => '- ', nameOf)
    case 'orderedList':
      return list(inner, (i) => `${i + (Number(node.attrs?.order) || 1)}. `, nameOf)
    case 'taskList':
      return list(
        inner,
        (_, item) => `- [${attribute(item, 'state') === 'DONE' ? 'x' : ' '}] `,
        nameOf,
      )
    case 'codeBlock':
      return codeFence(inner.map((each) => each.text ?? '').join(''), attribute(node, 'language'))
    case 'blockquote':
    case 'panel':
      return blockquote(blocks(inner, nameOf))
    case 'expand':
    case 'nestedExpand':
      return [`**${attribute(node, 'title')}**`, ...blocks(inner, nameOf)].join('\n\n')
    case 'rule':
      return '---'
    case 'table':
      return table(inner, nameOf)
    case 'media':
      return codeSpan(attribute(node, 'alt') || 'attachment')
    default:
      return inner.some((each) => each.type === 'text' || INLINE.has(each.type))
        ? inlineNodes(inner, nameOf)
        : inner.length > 0
          ? blocks(inner, nameOf).join('\n\n')
          : inlineNodes([node], nameOf)
  }
}

const INLINE = new Set(['mention', 'emoji', 'hardBreak', 'inlineCard', 'status', 'date'])

function list(
  items: AdfNode[],
  bullet: (i: number, item: AdfNode) => string,
  nameOf: NameOf,
): string {
  return items
    .map((item, i) => {
      const head = bullet(i, item)
      const inner = children(item)
      const nested = inner.some((each) => each.type === 'text' || INLINE.has(each.type))
        ? [inlineNodes(inner, nameOf)]
        : blocks(inner, nameOf)
      return `${head}${nested.join('\n').replace(/\n/g, `\n${' '.repeat(head.length)}`)}`
    })
    .join('\n')
}

function table(rows: AdfNode[], nameOf: NameOf): string {
  const cells = rows.map((row) =>
    children(row).map((cell) =>
      blocks(children(cell), nameOf)
        .join(' ')
        .replace(/\s*\n\s*/g, ' ')
        .replaceAll('|', '\\|'),
    ),
  )
  const headed = children(rows[0] ?? { type: '' }).some((cell) => cell.type === 'tableHeader')
  const width = Math.max(0, ...cells.map((row) => row.length))
  const head = headed ? (cells[0] ?? []) : Array<string>(width).fill('')
  const all = [head, Array<string>(width).fill('---'), ...(headed ? cells.slice(1) : cells)]
  return all.map((row) => `| ${row.join(' | ')} |`).join('\n')
}

function inlineNodes(nodes: AdfNode[], nameOf: NameOf): string {
  return nodes.map((node) => inlineNode(node, nameOf)).join('')
}

function inlineNode(node: AdfNode, nameOf: NameOf): string {
  switch (node.type) {
    case 'text':
      return formatText(node)
    case 'hardBreak':
      return '  \n'
    case 'mention': {
      const text = attribute(node, 'text').replace(/^@/, '')
      return `@${nameOf(attribute(node, 'id')) ?? (text || attribute(node, 'id'))}`
    }
    case 'emoji':
      return attribute(node, 'text') || attribute(node, 'shortName')
    case 'inlineCard':
    case 'blockCard':
    case 'embedCard':
      return markdownLink('', attribute(node, 'url'))
    case 'status':
      return `**${attribute(node, 'text')}**`
    case 'date':
      return formatDate(Number(node.attrs?.timestamp))
    default:
      return inlineNodes(children(node), nameOf)
  }
}

function formatDate(at: number): string {
  return Number.isFinite(at) && Math.abs(at) < 8.64e15
    ? new Date(at).toISOString().slice(0, 10)
    : ''
}

function formatText(node: AdfNode): string {
  const text = node.text ?? ''
  const marks = new Map((node.marks ?? []).map((mark) => [mark.type, mark.attrs ?? {}]))
  // Moves spaces at the ends outside, because `** bold **` is not bold.
  const [, before = '', core = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  if (core === '') return text
  let result = marks.has('code') ? codeSpan(core) : core.replace(/([\\*_~`[\]<])/g, '\\$1')
  if (marks.has('strong')) result = `**${result}**`
  if (marks.has('em')) result = `_${result}_`
  if (marks.has('strike')) result = `~~${result}~~`
  const href = marks.get('link')?.href
  if (typeof href === 'string')
    result = core === href ? markdownLink('', href) : formatLink(result, href)
  return `${before}${result}${after}`
}

function formatLink(label: string, href: string): string {
  const safe = href.replace(/[<>\s]/g, (char) => encodeURIComponent(char))
  return `[${label}](${/[()]/.test(safe) ? `<${safe}>` : safe})`
}
