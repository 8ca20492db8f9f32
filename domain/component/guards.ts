import { type Decision, reject } from '../decision'
import type { Id } from '../kernel/primitives'
import type { Project } from '../project/project'
import type { Reads } from '../reads'
import {
  activeOnly,
  type ComponentOrVersionField,
  type ComponentsAndVersions,
  type ComponentsOrVersions,
  isComponentOrVersionField,
  LIST_BY_FIELD,
  taskFieldsOf,
} from './componentsAndVersions'

/** The noun for an entry of each list, and the field of commands with its id. */
export const LABELS = {
  components: { noun: 'component', id: 'componentId' },
  versions: { noun: 'version', id: 'versionId' },
} as const

/**
 * Returns a rejection when a task cannot get one of the ids, otherwise null. An archived version
 * can be an affected version but not a fix version.
 */
export function ensureComponentsAndVersionsExist(
  added: { readonly [F in ComponentOrVersionField]?: readonly Id[] } | undefined,
  available: ComponentsAndVersions,
): Decision | null {
  for (const field of Object.keys(LIST_BY_FIELD).filter(isComponentOrVersionField)) {
    const list = LIST_BY_FIELD[field]
    const open = new Set(
      activeOnly<{ id: Id; removedAt: string | null; state?: string }>(available[list])
        .filter((each) => each.state !== 'archived' || field === 'affectedVersions')
        .map((each) => each.id),
    )
    const unknown = added?.[field]?.find((id) => !open.has(id))
    if (unknown) return reject('not-found', `There is no such ${LABELS[list].noun} here.`, field)
  }
  return null
}

/**
 * Returns a rejection when tasks cannot get another component or version instead of one that they
 * have, otherwise null.
 */
export function ensureReplacementExists(
  list: ComponentsOrVersions,
  moveTo: Id | null,
  project: Project,
): Decision | null {
  if (moveTo === null) return null
  const added: { [F in ComponentOrVersionField]?: Id[] } = {}
  for (const field of taskFieldsOf(list)) added[field] = [moveTo]
  const failure = ensureComponentsAndVersionsExist(added, project)
  return failure?.rejection
    ? { ...failure, rejection: { ...failure.rejection, field: 'moveTo' } }
    : failure
}

/** Returns a rejection when an id belongs to another component or version, otherwise null. */
export function ensureIdIsFree(
  project: Project,
  list: ComponentsOrVersions,
  id: Id,
): Decision | null {
  const { noun, id: field } = LABELS[list]
  return project[list].some((each) => each.id === id)
    ? reject('id-taken', `Another ${noun} has this id.`, field)
    : null
}

/** Returns a rejection when a name is empty or taken (ignoring case), otherwise null. */
export function ensureValidName(
  project: ComponentsAndVersions,
  list: ComponentsOrVersions,
  id: Id,
  name: string,
): Decision | null {
  const { noun } = LABELS[list]
  if (!name.trim()) return reject('invalid', `A ${noun} needs a name.`, 'name')
  const others = activeOnly<{ id: Id; name: string; removedAt: string | null }>(project[list])
  const plain = name.trim().toLowerCase()
  return others.some((each) => each.id !== id && each.name.toLowerCase() === plain)
    ? reject('name-taken', `Another ${noun} is called ${name.trim()}.`, 'name')
    : null
}

/** Returns a rejection when the lead is not a member of the workspace, otherwise null. */
export const ensureLeadIsMember = (id: Id | null, { isMember }: Reads<'isMember'>) =>
  id && !isMember(id) ? reject('not-found', 'There is no such person here.', 'lead') : null

/** Returns the rejection of a command on a component or version that does not exist. */
export const entryNotFound = (list: ComponentsOrVersions) => {
  const { noun, id } = LABELS[list]
  return reject('not-found', `There is no such ${noun}.`, id)
}
