/** Finds the name of a person by what a mention calls them. */
export type NameOf = (mention: string) => string | undefined

// Characters of the private use area stand for what must not be touched any more.
const MARK = String.fromCharCode(0xe000)
const MARKED = new RegExp(`${MARK}(\\d+)${MARK}`, 'g')

// What begins a mark never stands inside of one: a line of nothing but beginnings is else looked
// through to its end from each of them.
const KEPT = new RegExp(
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
export interface Guarded {
  text: string
  /** The Markdown of a part of `text`. */
  markdown: (part: string) => string
}

/** Takes a line apart, so that marks and table cells can be looked for in plain words alone. */
export function guard(line: string, nameOf: NameOf): Guarded {
  const kept: string[] = []
  const keep = (markdown: string) => `${MARK}${kept.push(markdown) - 1}${MARK}`
  const text = line
    .replaceAll(MARK, '')
    .replace(/\{(?:color|anchor|bgcolor)(?::[^{}]*)?\}/g, '')
    .replace(KEPT, (all, mono, link, image, url, br, escaped, code) => {
      if (mono !== undefined) return keep(inCode(mono))
      if (link !== undefined) return keep(linkOf(link, nameOf))
      if (image !== undefined) return keep(imageOf(image))
      if (url !== undefined) return keep(url)
      if (br !== undefined) return keep('  \n')
      if (escaped !== undefined) return keep(`\\${escaped}`)
      return keep(code ?? all)
    })
  const restore = (part: string): string =>
    part.replace(MARKED, (_, at) => restore(kept[Number(at)] ?? ''))
  return { text, markdown: (part) => restore(marks(part)) }
}

/** One line of wiki markup as Markdown. */
export function inline(line: string, nameOf: NameOf): string {
  const { text, markdown } = guard(line, nameOf)
  return markdown(text)
}

const END = String.raw`(?=$|[\s.,;:!?)\]'"|/])`
const START = String.raw`(^|[\s(['"|/>])`
const BOLD = /(^|[^\w*\\])\*(?=\S)([^*\n]*?\S)\*(?![\w*])/g
const STRIKE = new RegExp(String.raw`${START}-(?=[^\s-])([^\n-]*?[^\s-])-${END}`, 'g')
const INSERTED = new RegExp(String.raw`${START}\+(?=[^\s+])([^\n+]*?[^\s+])\+${END}`, 'g')
const CITED = /\?\?(?=\S)([^?\n]+?\S)\?\?/g
const RAISED = new RegExp(String.raw`${START}\^(?=\S)([^\s^]+)\^${END}`, 'g')

function marks(text: string): string {
  return text
    .replace(/~/g, '\\~')
    .replace(/<(?=[a-zA-Z/!?])/g, '\\<')
    .replace(CITED, '_$1_')
    .replace(BOLD, '$1**$2**')
    .replace(STRIKE, '$1~~$2~~')
    .replace(INSERTED, '$1$2')
    .replace(RAISED, '$1$2')
}

/** Text as code, in a fence of backticks longer than any in it. */
export function inCode(text: string): string {
  if (!text.includes('`')) return `\`${text}\``
  const longest = Math.max(...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence} ${text} ${fence}`
}

const ADDRESS = /^(?:https?|ftp|mailto|tel):/i

function linkOf(inside: string, nameOf: NameOf): string {
  const parts = inside.split('|').map((part) => part.trim())
  const target = (parts.length > 1 ? parts[1] : parts[0]) ?? ''
  const label = parts.length > 1 ? (parts[0] ?? '') : ''
  if (target.startsWith('~')) {
    const mention = target.slice(1).replace(/^accountid:/, '')
    return `@${nameOf(mention) ?? (label || mention)}`
  }
  if (target.startsWith('^')) return inCode(label || target.slice(1))
  if (ADDRESS.test(target)) return linkTo(label, target)
  if (/^www\./i.test(target)) return linkTo(label || target, `http://${target}`)
  // Neither an address nor anybody: `[TAG]`, or a link to a place inside the page.
  return parts.length > 1 ? label || target : `[${inside}]`
}

/** A Markdown link; without a label the address stands for itself. */
export function linkTo(label: string, address: string): string {
  const safe = address.replace(/[<>\s]/g, (char) => encodeURIComponent(char))
  if (!label || label === address) return `<${safe}>`
  const target = /[()]/.test(safe) ? `<${safe}>` : safe
  return `[${label.replace(/[[\]]/g, '\\$&')}](${target})`
}

/** Attachments stay behind, so only their names come; pictures elsewhere become links. */
function imageOf(source: string): string {
  return ADDRESS.test(source) ? linkTo('', source) : inCode(source)
}
