import { isTag, TAGS, type Tag } from '../catalog/catalog'
import { mergeText } from '../conflict/mergeText'
import type { Decision, Facts } from '../decision'
import { equal } from '../equal'
import type { EventOf, LoggedEvent } from '../events'
import type { ScalarChanges, SetChanges } from '../task/events'
import { misfit, misfitType } from '../task/level'
import { listed } from '../task/mayMove'
import type { ScalarField, SetField, Task } from '../task/task'
import type { Id } from '../words'
import { changedSince, later } from './later'
import { type Blocked, obstacle } from './obstacle'
import { goneFrom, sweeps } from './ofCatalog'
import type { Present } from './present'

/** Takes back what an edit did to fields. */
export function unedit(
  event: EventOf<'task.edited'>,
  task: Task,
  now: Present,
  facts: Facts,
  isSwept: boolean,
): Blocked {
  const { data, newer, gone } = fieldsBack(event.data, task, now)
  const [field] = newer
  if (field) return changedSince(event, field, facts)
  const chosen = isSwept ? chosenSince(event, data.sets ?? {}, facts) : null
  if (chosen) return chosen
  const stop = unfit(data.set ?? {}, task, facts)
  if (stop) return obstacle(event, stop.refusal?.message ?? 'Its parent cannot return.', 'parentId')
  if (data.set || data.sets) now.ofTask(task, { type: 'task.edited', data })
  return goneSince(event, gone)
}

/** Components or versions that cannot return to the task, as they have been removed. */
type Gone = { field: Tag; names: string[] } | null

/** Says what cannot return to the task; null where all can. */
export const goneSince = (event: LoggedEvent, gone: Gone): Blocked =>
  gone && obstacle(event, `${wordsOf(gone.names)} been removed since.`, gone.field)

const wordsOf = (names: string[]) => `${listed(names)} ${names.length === 1 ? 'has' : 'have'}`

/**
 * Somebody has chosen other components or versions for a task that lost or got one with all its
 * like: their choice stays. What came to nothing in the end was no choice.
 */
function chosenSince(event: LoggedEvent, sets: SetChanges, facts: Facts): Blocked {
  const swept = new Set(facts.missed.filter((each) => sweeps([each])).map((e) => e.commandId))
  const others = later(event, facts).filter((each) => !swept.has(each.commandId))
  for (const [field, { added = [] }] of Object.entries(sets)) {
    const net = new Map<Id, number>()
    for (const { data } of others) {
      const change = 'sets' in data ? data.sets?.[field as SetField] : undefined
      for (const id of change?.added ?? []) net.set(id, (net.get(id) ?? 0) + 1)
      for (const id of change?.removed ?? []) net.set(id, (net.get(id) ?? 0) - 1)
    }
    if (added.length > 0 && [...net.values()].some((n) => n !== 0)) {
      return changedSince(event, field, facts)
    }
  }
  return null
}

/**
 * What puts fields back as they were before an event, those that have a newer value, and what
 * cannot return as it has been removed: its field stays as it is then.
 */
export function fieldsBack(
  { set = {}, sets = {} }: EventOf<'task.edited'>['data'],
  task: Task,
  now: Present,
) {
  const scalars: Record<string, unknown> = {}
  const newer: string[] = []
  for (const [field, { from, to }] of Object.entries(set)) {
    const current = task[field as ScalarField]
    if (equal(current, from)) continue
    const merged =
      field === 'description' ? mergeText(String(to), String(current), String(from)) : null
    if (!equal(current, to) && merged === null) newer.push(field)
    else scalars[field] = { from: current, to: merged ?? from }
  }
  const changes: SetChanges = {}
  let gone: Gone = null
  for (const [field, { added, removed }] of Object.entries(sets)) {
    const entries = new Set(task[field as SetField])
    const back = removed.filter((entry) => !entries.has(entry))
    const away = added.filter((entry) => entries.has(entry))
    const names = isTag(field) ? goneFrom(TAGS[field], back, now) : []
    if (isTag(field) && names.length > 0) gone ??= { field, names }
    else if (back.length + away.length > 0)
      changes[field as SetField] = { added: back, removed: away }
  }
  const data: EventOf<'task.edited'>['data'] = {
    ...(Object.keys(scalars).length > 0 && { set: scalars as ScalarChanges }),
    ...(Object.keys(changes).length > 0 && { sets: changes }),
  }
  return { data, newer, gone: gone as Gone }
}

/** Why the parent or type that returns does not fit what stands around the task by now. */
function unfit(set: ScalarChanges, task: Task, facts: Facts): Decision | null {
  const { parentId, type } = set
  const stop = parentId ? misfit(task, parentId.to, facts) : null
  return stop ?? (type ? misfitType(task, type.to, facts) : null)
}
