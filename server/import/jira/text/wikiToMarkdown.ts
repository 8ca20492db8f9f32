import { inlineToMarkdown, type NameOf } from './inlineToMarkdown'
import { proseToMarkdown } from './proseToMarkdown'

const MACRO = /\{(code|noformat|quote|panel)(?::([^{}]*))?\}|^```(\w*)[ \t]*$/gm

/**
 * Converts Jira's wiki markup to Markdown (GFM). Code stays unchanged, marks that Markdown lacks
 * (color, underline) leave their text, and text that only looks like markup is escaped.
 */
export function wikiToMarkdown(wiki: string, nameOf: NameOf = () => undefined): string {
  return blocks(wiki.replace(/\r\n?/g, '\n'), nameOf)
    .filter((block) => block.trim() !== '')
    .join('\n\n')
}

function blocks(text: string, nameOf: NameOf): string[] {
  const found: string[] = []
  let from = 0
  const macros = new RegExp(MACRO)
  const neverClosed = new Set<string>()
  for (let open = macros.exec(text); open; open = macros.exec(text)) {
    const [whole, name, options = '', language = ''] = open
    const closing = name ? `{${name}}` : '\n```'
    const begin = open.index + whole.length
    const end = neverClosed.has(closing) ? -1 : text.indexOf(closing, begin)
    if (end < 0) {
      neverClosed.add(closing)
      continue
    }
    found.push(...proseToMarkdown(text.slice(from, open.index), nameOf))
    const inside = text.slice(begin, end)
    if (name === 'quote') found.push(blockquote(blocks(inside, nameOf)))
    else if (name === 'panel')
      found.push(blockquote([...title(options, nameOf), ...blocks(inside, nameOf)]))
    else found.push(codeFence(inside, name === 'code' ? languageOf(options) : language))
    from = end + closing.length
    macros.lastIndex = from
  }
  // An unclosed macro stays plain text.
  found.push(...proseToMarkdown(text.slice(from), nameOf))
  return found
}

/** Returns a code block in a fence longer than any in the code. */
export function codeFence(code: string, language: string): string {
  const runs = [...code.matchAll(/`{3,}/g)].map(([run]) => run.length)
  const fence = '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)))
  return `${fence}${language}\n${code.replace(/^[ \t]*\n/, '').trimEnd()}\n${fence}`
}

/** Returns the blocks as one quotation. */
export function blockquote(inner: string[]): string {
  return inner
    .filter((block) => block.trim() !== '')
    .join('\n\n')
    .replace(/^/gm, '> ')
    .replace(/^> $/gm, '>')
}

function languageOf(options: string): string {
  const named = /(?:^|\|)(?:language=|lang=)?([a-zA-Z][\w+#-]*)(?=$|\|)/.exec(options)
  return named?.[1]?.toLowerCase() ?? ''
}

function title(options: string, nameOf: NameOf): string[] {
  const named = /(?:^|\|)title=([^|]+)/.exec(options)
  return named?.[1] ? [`**${inlineToMarkdown(named[1].trim(), nameOf)}**`] : []
}
