/** Finds the name of a person by what a mention calls them. */
export type NameOf = (mention: string) => string | undefined

// Characters of the private use area stand for what must not be touched any more.
const PLACEHOLDER = String.fromCharCode(0xe000)
const PLACEHOLDER_PATTERN = new RegExp(`${PLACEHOLDER}(\\d+)${PLACEHOLDER}`, 'g')

// What begins a mark never stands inside of one: a line of nothing but beginnings is else looked
// through to its end from each of them.
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

/** A line of wiki markup whose links, code and addresses are out of harm's way. */
export interface ProtectedLine {
  text: string
  /** The Markdown of a part of `text`. */
  markdown: (part: string) => string
}

/** Takes a line apart, so that marks and table cells can be looked for in plain words alone. */
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

/** One line of wiki markup as Markdown. */
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

/** Text as code, in a fence of backticks longer than any in it. */
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
  // Neither an address nor anybody: `[TAG]`, or a link to a place inside the page.
  return parts.length > 1 ? label || target : `[${inside}]`
}

/** A Markdown link; without a label the address stands for itself. */
export function markdownLink(label: string, address: string): string {
  const safe = address.replace(/[<>\s]/g, (char) => encodeURIComponent(char))
  if (!label || label === address) return `<${safe}>`
  const target = /[()]/.test(safe) ? `<${safe}>` : safe
  return `[${label.replace(/[[\]]/g, '\\$&')}](${target})`
}

/** Attachments stay behind, so only their names come; pictures elsewhere become links. */
function convertImage(source: string): string {
  return URL_PATTERN.test(source) ? markdownLink('', source) : codeSpan(source)
}
