/** Returns the name of a mentioned person. */
export type NameOf = (mention: string) => string | undefined

// Private-use characters stand for fragments that must stay unchanged.
const PLACEHOLDER = String.fromCharCode(0xe000)
const PLACEHOLDER_PATTERN = new RegExp(`${PLACEHOLDER}(\\d+)${PLACEHOLDER}`, 'g')

// A fragment cannot contain the start of another one. Otherwise a line of many starts would be
// scanned to its end from each of them.
const PROTECTED = new RegExp(
  [
    String.raw`\{\{((?:(?!\{\{)[^\n])+?)\}\}`,
    String.raw`\[([^[\]\n]+)\]`,
    String.raw`!([^!\s|\n][^!|\n]*\.\w{2,5}|https?:[^!|\s]+)(?:\|[^!\n]*)?!`,
    String.raw`((?:https?|ftp):\/\/[^\s|\]}<>"]+)`,
    String.raw`(\\\\)`,
    String.raw`\\([{}[\]*_\-+|!^~?#])`,
    '(`[^`\\n]+`)',
  ].join('|'),
  'g',
)

/** A line of wiki markup whose links, code and URLs are replaced by placeholders. */
export interface ProtectedLine {
  text: string
  /** Returns the Markdown of a part of `text`. */
  markdown: (part: string) => string
}

/**
 * Replaces links, code and URLs by placeholders, so that marks and table cells are searched only in
 * plain text.
 */
export function protectLine(line: string, nameOf: NameOf): ProtectedLine {
  const fragments: string[] = []
  const protect = (markdown: string) =>
    `${PLACEHOLDER}${fragments.push(markdown) - 1}${PLACEHOLDER}`
  const text = line
    .replaceAll(PLACEHOLDER, '')
    .replace(/\{(?:color|anchor|bgcolor)(?::[^{}]*)?\}/g, '')
    .replace(PROTECTED, (all, mono, link, image, url, br, escaped, code) => {
      if (mono !== undefined) return protect(codeSpan(mono))
      if (link !== undefined) return protect(convertLink(link, nameOf))
      if (image !== undefined) return protect(convertImage(image))
      if (url !== undefined) return protect(url)
      if (br !== undefined) return protect('  \n')
      if (escaped !== undefined) return protect(`\\${escaped}`)
      return protect(code ?? all)
    })
  const restore = (part: string): string =>
    part.replace(PLACEHOLDER_PATTERN, (_, at) => restore(fragments[Number(at)] ?? ''))
  return { text, markdown: (part) => restore(convertMarks(part)) }
}

/** Converts one line of wiki markup to Markdown. */
export function inlineToMarkdown(line: string, nameOf: NameOf): string {
  const { text, markdown } = protectLine(line, nameOf)
  return markdown(text)
}

const END = String.raw`(?=$|[\s.,;:!?)\]'"|/])`
const START = String.raw`(^|[\s(['"|/>])`
const BOLD = /(^|[^\w*\\])\*(?=\S)([^*\n]*?\S)\*(?![\w*])/g
const STRIKE = new RegExp(String.raw`${START}-(?=[^\s-])([^\n-]*?[^\s-])-${END}`, 'g')
const UNDERLINE = new RegExp(String.raw`${START}\+(?=[^\s+])([^\n+]*?[^\s+])\+${END}`, 'g')
const CITATION = /\?\?(?=\S)([^?\n]+?\S)\?\?/g
const SUPERSCRIPT = new RegExp(String.raw`${START}\^(?=\S)([^\s^]+)\^${END}`, 'g')

function convertMarks(text: string): string {
  return text
    .replace(/~/g, '\\~')
    .replace(/<(?=[a-zA-Z/!?])/g, '\\<')
    .replace(CITATION, '_$1_')
    .replace(BOLD, '$1**$2**')
    .replace(STRIKE, '$1~~$2~~')
    .replace(UNDERLINE, '$1$2')
    .replace(SUPERSCRIPT, '$1$2')
}

/** Returns text as code, in backticks longer than any run of backticks in it. */
export function codeSpan(text: string): string {
  if (!text.includes('`')) return `\`${text}\``
  const longest = Math.max(...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence} ${text} ${fence}`
}

const URL_PATTERN = /^(?:https?|ftp|mailto|tel):/i

function convertLink(inside: string, nameOf: NameOf): string {
  const parts = inside.split('|').map((part) => part.trim())
  const target = (parts.length > 1 ? parts[1] : parts[0]) ?? ''
  const label = parts.length > 1 ? (parts[0] ?? '') : ''
  if (target.startsWith('~')) {
    const mention = target.slice(1).replace(/^accountid:/, '')
    return `@${nameOf(mention) ?? (label || mention)}`
  }
  if (target.startsWith('^')) return codeSpan(label || target.slice(1))
  if (URL_PATTERN.test(target)) return markdownLink(label, target)
  if (/^www\./i.test(target)) return markdownLink(label || target, `http://${target}`)
  // Neither a URL nor a person: `[TAG]`, or a link within the page.
  return parts.length > 1 ? label || target : `[${inside}]`
}

/** Returns a Markdown link. Without a label the URL is the text. */
export function markdownLink(label: string, address: string): string {
  const safe = address.replace(/[<>\s]/g, (char) => encodeURIComponent(char))
  if (!label || label === address) return `<${safe}>`
  const target = /[()]/.test(safe) ? `<${safe}>` : safe
  return `[${label.replace(/[[\]]/g, '\\$&')}](${target})`
}

/** Attachments are not imported, so only their names are kept. Other images become links. */
function convertImage(source: string): string {
  return URL_PATTERN.test(source) ? markdownLink('', source) : codeSpan(source)
}
