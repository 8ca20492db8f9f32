import type { Command, CommandOf } from '../commands'
import type { ConflictField } from '../conflict/conflict'
import { detectScalarConflict, raiseConflict } from '../conflict/detectConflict'
import { componentOrVersionFieldKey } from '../conflict/fieldChanges'
import {
  accept,
  type Decision,
  type DecisionContext,
  type DecisionState,
  noChange,
  projectNotFound,
  reject,
} from '../decision'
import type { NewEvent } from '../events'
import type { Id } from '../kernel/primitives'
import type { Project } from '../project/project'
import { nextVersion } from '../task/guards'
import type { Task } from '../task/task'
import {
  activeOnly,
  type ComponentOrVersionField,
  type ComponentsAndVersions,
  type ComponentsOrVersions,
  isComponentOrVersionField,
  LIST_BY_FIELD,
  taskFieldsOf,
} from './componentsAndVersions'

const LABELS = {
  components: { noun: 'component', id: 'componentId' },
  fixVersions: { noun: 'version', id: 'versionId' },
} as const

/** A new component. */
export function addComponent(
  command: CommandOf<'component.add'>,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  const { project } = state
  if (!project) return projectNotFound()
  const lead = command.lead ?? null
  const failure =
    ensureIdIsFree(project, 'components', command.componentId) ??
    ensureValidName(project, 'components', command.componentId, command.name) ??
    ensureLeadIsMember(lead, context)
  const data = { componentId: command.componentId, name: command.name.trim(), lead }
  return failure ?? acceptProjectEvent(project, context, { type: 'component.added', data })
}

/** A new version, which is planned until it is released. */
export function addVersion(
  command: CommandOf<'version.add'>,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  const { project } = state
  if (!project) return projectNotFound()
  const failure =
    ensureIdIsFree(project, 'fixVersions', command.versionId) ??
    ensureValidName(project, 'fixVersions', command.versionId, command.name)
  const rest = {
    name: command.name.trim(),
    releaseDate: command.releaseDate ?? null,
    state: 'planned' as const,
  }
  return (
    failure ??
    acceptProjectEvent(project, context, {
      type: 'version.added',
      data: { versionId: command.versionId, ...rest },
    })
  )
}

/** Another name or lead; each is judged by itself. */
export function editComponent(
  command: CommandOf<'component.edit'>,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  const failure = command.set.lead ? ensureLeadIsMember(command.set.lead, context) : null
  if (failure) return failure
  return editEntry(
    command,
    'components',
    command.componentId,
    command.set,
    state,
    context,
    (project, set) => {
      const data = { componentId: command.componentId, set }
      return acceptProjectEvent(project, context, { type: 'component.edited', data })
    },
  )
}

/** Another name, day or state of a version. */
export function editVersion(
  command: CommandOf<'version.edit'>,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  return editEntry(
    command,
    'fixVersions',
    command.versionId,
    command.set,
    state,
    context,
    (project, set) => {
      const data = { versionId: command.versionId, set }
      return acceptProjectEvent(project, context, { type: 'version.edited', data })
    },
  )
}

/** Removes a component; its tasks get another one, or none. */
export function removeComponent(
  command: CommandOf<'component.remove'>,
  state: DecisionState,
  context: DecisionContext,
) {
  return removeEntry('components', command.componentId, command.moveTo, state, context, (name) => ({
    type: 'component.removed',
    data: { componentId: command.componentId, to: command.moveTo, name },
  }))
}

/** Removes a version; its tasks get another one, or none. */
export function removeVersion(
  command: CommandOf<'version.remove'>,
  state: DecisionState,
  context: DecisionContext,
) {
  return removeEntry('fixVersions', command.versionId, command.moveTo, state, context, (name) => ({
    type: 'version.removed',
    data: { versionId: command.versionId, to: command.moveTo, name },
  }))
}

/**
 * The first id that a task cannot be given, as a refusal. Nothing more is to be fixed in an archived
 * version, but it can turn out to be affected.
 */
export function ensureComponentsAndVersionsExist(
  added: Partial<Record<string, string[] | undefined>> | undefined,
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

function editEntry(
  command: Command,
  list: ComponentsOrVersions,
  id: Id,
  patch: object,
  state: DecisionState,
  context: DecisionContext,
  then: (project: Project, set: object) => Decision,
): Decision {
  const { project } = state
  if (!project) return projectNotFound()
  const current = activeOnly<{ id: Id; removedAt: string | null }>(project[list]).find(
    (e) => e.id === id,
  )
  if (!current) return entryNotFound(list)
  const set: Record<string, unknown> = {}
  const conflictFields: ConflictField[] = []
  for (const [field, value] of Object.entries(patch)) {
    if (value === undefined) continue
    const mine = field === 'name' ? String(value).trim() : value
    const failure = field === 'name' ? ensureValidName(project, list, id, String(mine)) : null
    if (failure) return failure
    const from = (current as unknown as Record<string, unknown>)[field]
    const verdict = detectScalarConflict(
      componentOrVersionFieldKey(LABELS[list].noun, id, field),
      from,
      mine,
      context,
    )
    if (verdict === 'same') continue
    if ('conflict' in verdict) conflictFields.push(verdict.conflict)
    else set[field] = { from, to: verdict.value }
  }
  if (conflictFields.length > 0)
    return raiseConflict(command, 'changed', conflictFields, state, context)
  return Object.keys(set).length === 0 ? noChange : then(project, set)
}

function removeEntry(
  list: ComponentsOrVersions,
  id: Id,
  moveTo: Id | null,
  { project, affectedTasks = [] }: DecisionState,
  context: DecisionContext,
  event: (name: string) => ComponentOrVersionChange,
): Decision {
  if (!project) return projectNotFound()
  const known = project[list].find((each) => each.id === id)
  if (!known) return entryNotFound(list)
  // Two people who remove the same one both get what they want.
  if (known.removedAt) return noChange
  if (moveTo === id) return reject('invalid', 'Name another one for its tasks.', 'moveTo')
  const failure = ensureComponentsAndVersionsExist(
    moveTo ? { [list]: [moveTo] } : undefined,
    project,
  )
  if (failure) return failure
  const edits = replaceOnTasks(taskFieldsOf(list), affectedTasks, id, moveTo)
  const end = acceptProjectEvent(project, context, event(known.name))
  return { ...end, events: [...edits, ...end.events] }
}

/** Gives each task another component or version in place of one that it has, or (null) none. */
export function replaceOnTasks(
  fields: ComponentOrVersionField[],
  tasks: Task[],
  id: Id,
  replacement: Id | null,
): NewEvent[] {
  return tasks.map((task) => {
    const sets = fields
      .filter((field) => task[field].includes(id))
      .map((field) => [
        field,
        {
          added: replacement && !task[field].includes(replacement) ? [replacement] : [],
          removed: [id],
        },
      ])
    const data = { sets: Object.fromEntries(sets) }
    return { type: 'task.edited', taskId: task.id, version: nextVersion(task), data }
  })
}

function ensureIdIsFree(project: Project, list: ComponentsOrVersions, id: Id): Decision | null {
  const { noun, id: field } = LABELS[list]
  return project[list].some((each) => each.id === id)
    ? reject('id-taken', `Another ${noun} has this id.`, field)
    : null
}

/** Why a component or version cannot be called so; null: it can. */
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

const ensureLeadIsMember = (id: Id | null, context: DecisionContext) =>
  id && !context.isMember(id) ? reject('not-found', 'There is no such person here.', 'lead') : null

const entryNotFound = (list: ComponentsOrVersions) => {
  const { noun, id } = LABELS[list]
  return reject('not-found', `There is no such ${noun}.`, id)
}

type NewComponentOrVersionEvent = Extract<
  NewEvent,
  { type: `component.${string}` | `version.${string}` }
>
type ComponentOrVersionChange = {
  [K in NewComponentOrVersionEvent['type']]: Pick<
    Extract<NewComponentOrVersionEvent, { type: K }>,
    'type' | 'data'
  >
}[NewComponentOrVersionEvent['type']]

function acceptProjectEvent(
  project: Project,
  context: DecisionContext,
  event: ComponentOrVersionChange,
): Decision {
  return accept([{ ...event, taskId: null, version: project.version + 1 } as NewEvent], context)
}
