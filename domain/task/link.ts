import type { Task } from './task'

/** A tie to another task, as the task that holds it puts it: this one `kind` that one. */
export interface Link {
  kind: string
  /** ALO-12; of whatever project of the workspace. */
  target: string
}

/** The kinds that people choose from, each in both directions. */
export const LINK_KINDS = [
  'blocks',
  'is-blocked-by',
  'relates',
  'duplicates',
  'is-duplicated-by',
  'causes',
  'is-caused-by',
] as const

const INVERSE_PAIRS: readonly (readonly [string, string])[] = [
  ['blocks', 'is-blocked-by'],
  ['duplicates', 'is-duplicated-by'],
  ['causes', 'is-caused-by'],
  ['clones', 'is-cloned-by'],
  ['depends-on', 'is-depended-on-by'],
  ['includes', 'is-part-of'],
  ['replaces', 'is-replaced-by'],
  ['parent', 'child'],
]
const INVERSE_KINDS = new Map(
  INVERSE_PAIRS.flatMap(
    ([one, other]) =>
      [
        [one, other],
        [other, one],
      ] as const,
  ),
)

/** The kind as the task at the other end puts it; what has no other side is the same from both. */
export const inverseKind = (kind: string): string => INVERSE_KINDS.get(kind) ?? kind

/** `blocks:ALO-12` in its parts. */
export function parseLink(link: string): Link {
  const colon = link.indexOf(':')
  return { kind: link.slice(0, colon), target: link.slice(colon + 1) }
}

/** The parts as a task's `links` hold them. */
export const formatLink = ({ kind, target }: Link) => `${kind}:${target}`

/** The number that a key such as ALO-12 ends in, and its project's key; null for anything else. */
export function parseTaskKey(key: string): { project: string; number: number } | null {
  const [, project, digits] = /^([A-Z][A-Z0-9]*)-(\d{1,9})$/.exec(key) ?? []
  return project && digits ? { project, number: Number(digits) } : null
}

/** The links that came to a task and went from it. */
export function diffLinks(before: Task | undefined, after: Task | undefined) {
  const [was, is] = [before?.links ?? [], after?.links ?? []]
  if (was === is) return { added: [], gone: [] }
  return {
    added: is.filter((link) => !was.includes(link)).map(parseLink),
    gone: was.filter((link) => !is.includes(link)).map(parseLink),
  }
}
