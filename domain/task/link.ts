import type { Task } from './task'

/**
 * A link to another task, from the point of view of the task that stores it: this task `kind` that
 * task.
 */
export interface Link {
  kind: string
  /** The key of a task in any project of the workspace, such as ALO-12. */
  target: string
}

/** The kinds of link that people can choose, in both directions. */
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

/**
 * Returns the kind of a link from the other task's point of view; a kind without an inverse is
 * symmetric.
 */
export const inverseKind = (kind: string): string => INVERSE_KINDS.get(kind) ?? kind

/** Splits `blocks:ALO-12` into kind and target. */
export function parseLink(link: string): Link {
  const colon = link.indexOf(':')
  return { kind: link.slice(0, colon), target: link.slice(colon + 1) }
}

/** Formats a link as it is stored in a task's `links`. */
export const formatLink = ({ kind, target }: Link) => `${kind}:${target}`

/** Returns the project key and the number in a key such as ALO-12; null for any other text. */
export function parseTaskKey(key: string): { project: string; number: number } | null {
  const [, project, digits] = /^([A-Z][A-Z0-9]*)-(\d{1,9})$/.exec(key) ?? []
  return project && digits ? { project, number: Number(digits) } : null
}

/** Returns the links that were added to a task and those that were removed. */
export function diffLinks(before: Task | undefined, after: Task | undefined) {
  const [was, is] = [before?.links ?? [], after?.links ?? []]
  if (was === is) return { added: [], removed: [] }
  return {
    added: is.filter((link) => !was.includes(link)).map(parseLink),
    removed: was.filter((link) => !is.includes(link)).map(parseLink),
  }
}
