import type { Command, CommandOf } from '../commands'
import { catalogField } from '../conflict/changes'
import type { ConflictField } from '../conflict/conflict'
import { clash, judgeScalar } from '../conflict/judge'
import {
  apply,
  type Decision,
  type Facts,
  noProject,
  refuse,
  type State,
  unchanged,
} from '../decision'
import type { NewEvent } from '../events'
import type { Project } from '../project/project'
import { after } from '../task/open'
import type { Task } from '../task/task'
import type { Id } from '../words'
import { type Catalog, type CatalogList, isTag, live, TAGS, type Tag, tagsOf } from './catalog'

const WORDS = {
  components: { one: 'component', id: 'componentId' },
  fixVersions: { one: 'version', id: 'versionId' },
} as const

/** A new component. */
export function addComponent(c: CommandOf<'component.add'>, state: State, facts: Facts): Decision {
  const { project } = state
  if (!project) return noProject()
  const lead = c.lead ?? null
  const stop =
    taken(project, 'components', c.componentId) ??
    misnamed(project, 'components', c.componentId, c.name) ??
    stranger(lead, facts)
  const data = { componentId: c.componentId, name: c.name.trim(), lead }
  return stop ?? done(project, facts, { type: 'component.added', data })
}

/** A new version, which is planned until it is released. */
export function addVersion(c: CommandOf<'version.add'>, state: State, facts: Facts): Decision {
  const { project } = state
  if (!project) return noProject()
  const stop =
    taken(project, 'fixVersions', c.versionId) ??
    misnamed(project, 'fixVersions', c.versionId, c.name)
  const rest = {
    name: c.name.trim(),
    releaseDate: c.releaseDate ?? null,
    state: 'planned' as const,
  }
  return (
    stop ??
    done(project, facts, { type: 'version.added', data: { versionId: c.versionId, ...rest } })
  )
}

/** Another name or lead; each is judged by itself. */
export function editComponent(
  c: CommandOf<'component.edit'>,
  state: State,
  facts: Facts,
): Decision {
  const stop = c.set.lead ? stranger(c.set.lead, facts) : null
  if (stop) return stop
  return edit(c, 'components', c.componentId, c.set, state, facts, (project, set) => {
    const data = { componentId: c.componentId, set }
    return done(project, facts, { type: 'component.edited', data })
  })
}

/** Another name, day or state of a version. */
export function editVersion(c: CommandOf<'version.edit'>, state: State, facts: Facts): Decision {
  return edit(c, 'fixVersions', c.versionId, c.set, state, facts, (project, set) => {
    const data = { versionId: c.versionId, set }
    return done(project, facts, { type: 'version.edited', data })
  })
}

/** Removes a component; its tasks get another one, or none. */
export function removeComponent(c: CommandOf<'component.remove'>, state: State, facts: Facts) {
  return remove('components', c.componentId, c.moveTo, state, facts, (name) => ({
    type: 'component.removed',
    data: { componentId: c.componentId, to: c.moveTo, name },
  }))
}

/** Removes a version; its tasks get another one, or none. */
export function removeVersion(c: CommandOf<'version.remove'>, state: State, facts: Facts) {
  return remove('fixVersions', c.versionId, c.moveTo, state, facts, (name) => ({
    type: 'version.removed',
    data: { versionId: c.versionId, to: c.moveTo, name },
  }))
}

/**
 * The first id that a task cannot be given, as a refusal. Nothing more is to be fixed in an archived
 * version, but it can turn out to be affected.
 */
export function unknownEntry(
  added: Partial<Record<string, string[] | undefined>> | undefined,
  catalog: Catalog,
): Decision | null {
  for (const field of Object.keys(TAGS).filter(isTag)) {
    const list = TAGS[field]
    const open = new Set(
      live<{ id: Id; removedAt: string | null; state?: string }>(catalog[list])
        .filter((each) => each.state !== 'archived' || field === 'affectedVersions')
        .map((each) => each.id),
    )
    const unknown = added?.[field]?.find((id) => !open.has(id))
    if (unknown) return refuse('not-found', `There is no such ${WORDS[list].one} here.`, field)
  }
  return null
}

function edit(
  c: Command,
  list: CatalogList,
  id: Id,
  wanted: object,
  state: State,
  facts: Facts,
  then: (project: Project, set: object) => Decision,
): Decision {
  const { project } = state
  if (!project) return noProject()
  const now = live<{ id: Id; removedAt: string | null }>(project[list]).find((e) => e.id === id)
  if (!now) return nowhere(list)
  const set: Record<string, unknown> = {}
  const clashes: ConflictField[] = []
  for (const [field, value] of Object.entries(wanted)) {
    if (value === undefined) continue
    const mine = field === 'name' ? String(value).trim() : value
    const stop = field === 'name' ? misnamed(project, list, id, String(mine)) : null
    if (stop) return stop
    const from = (now as unknown as Record<string, unknown>)[field]
    const verdict = judgeScalar(catalogField(WORDS[list].one, id, field), from, mine, facts)
    if (verdict === 'same') continue
    if ('clash' in verdict) clashes.push(verdict.clash)
    else set[field] = { from, to: verdict.write }
  }
  if (clashes.length > 0) return clash(c, 'changed', clashes, state, facts)
  return Object.keys(set).length === 0 ? unchanged : then(project, set)
}

function remove(
  list: CatalogList,
  id: Id,
  moveTo: Id | null,
  { project, tagged = [] }: State,
  facts: Facts,
  event: (name: string) => Change,
): Decision {
  if (!project) return noProject()
  const known = project[list].find((each) => each.id === id)
  if (!known) return nowhere(list)
  // Two people who remove the same one both get what they want.
  if (known.removedAt) return unchanged
  if (moveTo === id) return refuse('invalid', 'Name another one for its tasks.', 'moveTo')
  const stop = unknownEntry(moveTo ? { [list]: [moveTo] } : undefined, project)
  if (stop) return stop
  const edits = replaced(tagsOf(list), tagged, id, moveTo)
  const end = done(project, facts, event(known.name))
  return { ...end, events: [...edits, ...end.events] }
}

/** Gives each task another component or version in place of one that it has, or (null) none. */
export function replaced(fields: Tag[], tasks: Task[], id: Id, by: Id | null): NewEvent[] {
  return tasks.map((task) => {
    const sets = fields
      .filter((field) => task[field].includes(id))
      .map((field) => [
        field,
        { added: by && !task[field].includes(by) ? [by] : [], removed: [id] },
      ])
    const data = { sets: Object.fromEntries(sets) }
    return { type: 'task.edited', taskId: task.id, version: after(task), data }
  })
}

function taken(project: Project, list: CatalogList, id: Id): Decision | null {
  const { one, id: field } = WORDS[list]
  return project[list].some((each) => each.id === id)
    ? refuse('id-taken', `Another ${one} has this id.`, field)
    : null
}

/** Why a component or version cannot be called so; null: it can. */
export function misnamed(
  project: Catalog,
  list: CatalogList,
  id: Id,
  name: string,
): Decision | null {
  const { one } = WORDS[list]
  if (!name.trim()) return refuse('invalid', `A ${one} needs a name.`, 'name')
  const others = live<{ id: Id; name: string; removedAt: string | null }>(project[list])
  const plain = name.trim().toLowerCase()
  return others.some((each) => each.id !== id && each.name.toLowerCase() === plain)
    ? refuse('name-taken', `Another ${one} is called ${name.trim()}.`, 'name')
    : null
}

const stranger = (id: Id | null, facts: Facts) =>
  id && !facts.isPerson(id) ? refuse('not-found', 'There is no such person here.', 'lead') : null

const nowhere = (list: CatalogList) => {
  const { one, id } = WORDS[list]
  return refuse('not-found', `There is no such ${one}.`, id)
}

type Own = Extract<NewEvent, { type: `component.${string}` | `version.${string}` }>
type Change = { [K in Own['type']]: Pick<Extract<Own, { type: K }>, 'type' | 'data'> }[Own['type']]

function done(project: Project, facts: Facts, event: Change): Decision {
  return apply([{ ...event, taskId: null, version: project.version + 1 } as NewEvent], facts)
}
