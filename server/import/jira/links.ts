import type { RawFields } from './issueSchema'

/** Jira's phrases for the known link kinds. Any other phrase becomes a kind of its own. */
const LINK_KINDS: Record<string, string> = {
  blocks: 'blocks',
  'is blocked by': 'is-blocked-by',
  'relates to': 'relates',
  'is related to': 'relates',
  relates: 'relates',
  duplicates: 'duplicates',
  'is duplicated by': 'is-duplicated-by',
  clones: 'clones',
  'is cloned from': 'clones',
  'is a clone of': 'clones',
  'is cloned by': 'is-cloned-by',
  'is cloned as': 'is-cloned-by',
  'is cloned into': 'is-cloned-by',
  'depends on': 'depends-on',
  'depends upon': 'depends-on',
  'is dependent on': 'depends-on',
  requires: 'depends-on',
  'is depended on by': 'is-depended-on-by',
  'is depended upon by': 'is-depended-on-by',
  'is dependent of': 'is-depended-on-by',
  'required by': 'is-depended-on-by',
  'is required by': 'is-depended-on-by',
  contains: 'includes',
  includes: 'includes',
  incorporates: 'includes',
  'is part of': 'is-part-of',
  'is contained by': 'is-part-of',
  'is included by': 'is-part-of',
  causes: 'causes',
  'is caused by': 'is-caused-by',
  supercedes: 'replaces',
  supersedes: 'replaces',
  'is superceded by': 'is-replaced-by',
  'is superseded by': 'is-replaced-by',
}

/** Returns the kind of a link by its phrase in Jira, such as `is-blocked-by`. */
export function linkKind(phrase: string): string {
  const normalized = phrase.toLowerCase().replace(/\s+/g, ' ').trim()
  const known = Object.hasOwn(LINK_KINDS, normalized) ? LINK_KINDS[normalized] : undefined
  return known ?? (normalized.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'relates')
}

/** Returns the links of an issue as `kind:KEY-1`, sorted. */
export function linksOf(fields: RawFields): string[] {
  const links = new Set<string>()
  for (const { type, inwardIssue, outwardIssue } of fields.issuelinks ?? []) {
    if (outwardIssue) links.add(`${linkKind(type.outward ?? type.name ?? '')}:${outwardIssue.key}`)
    if (inwardIssue) links.add(`${linkKind(type.inward ?? type.name ?? '')}:${inwardIssue.key}`)
  }
  return [...links].sort()
}

/** Parses the link in a sentence of the history: “This issue blocks ABC-1”. */
export function parseLinkSentence(sentence: string, key: string | null): string | null {
  const match = /^This issue (.+) ([A-Za-z][A-Za-z0-9_]*-\d+)$/.exec(sentence.trim())
  if (match?.[1] && match[2]) return `${linkKind(match[1])}:${match[2]}`
  const withoutKey = /^This issue (.+)$/.exec(sentence.trim())
  return withoutKey?.[1] && key ? `${linkKind(withoutKey[1])}:${key}` : null
}
