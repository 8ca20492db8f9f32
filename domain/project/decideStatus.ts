import { byRank } from '../byRank'
import type { CommandOf } from '../commands'
import { statusField } from '../conflict/changes'
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
import { rankBetween, ranksBetween } from '../rank'
import { full, target } from '../task/open'
import type { StatusId } from '../words'
import type { StatusChanges, StatusScalars } from './events'
import { liveStatus, type Project, type Status } from './project'
import { removalOf } from './ways'

const unnamed = () => refuse('invalid', 'A status needs a name.', 'name')

/** A new column, before another or last. */
export function addStatus(c: CommandOf<'status.add'>, { project }: State, facts: Facts): Decision {
  if (!project) return noProject()
  if (project.statuses.some((status) => status.id === c.status.id)) {
    return refuse('id-taken', 'Another status has this id.', 'status')
  }
  if (!c.status.name.trim()) return unnamed()
  const rank = rankBefore(project.statuses, c.before ?? null)
  const data = { ...c.status, name: c.status.name.trim(), rank }
  return done(project, facts, { type: 'status.added', data })
}

/** Another name, category, colour or limit; each is judged by itself. */
export function editStatus(c: CommandOf<'status.edit'>, state: State, facts: Facts): Decision {
  if (!state.project) return noProject()
  const aim = target(c, c.statusId, state, facts)
  if ('stop' in aim) return aim.stop
  if (c.set.name !== undefined && !c.set.name.trim()) return unnamed()
  const set: Record<string, unknown> = {}
  const clashes: ConflictField[] = []
  for (const [field, wanted] of Object.entries(c.set)) {
    if (wanted === undefined) continue
    const mine = field === 'name' ? String(wanted).trim() : wanted
    const now = aim.status[field as keyof StatusScalars]
    const verdict = judgeScalar(statusField(c.statusId, field), now, mine, facts)
    if (verdict === 'same') continue
    if ('clash' in verdict) clashes.push(verdict.clash)
    else set[field] = { from: now, to: verdict.write }
  }
  if (clashes.length > 0) return clash(c, 'changed', clashes, state, facts)
  if (Object.keys(set).length === 0) return unchanged
  const data = { statusId: c.statusId, set: set as StatusChanges }
  return done(state.project, facts, { type: 'status.edited', data })
}

/** Another place among the columns. */
export function moveStatus(c: CommandOf<'status.move'>, state: State, facts: Facts): Decision {
  const { project } = state
  if (!project) return noProject()
  const aim = target(c, c.statusId, state, facts)
  if ('stop' in aim) return aim.stop
  // Removed columns keep their ranks: no other may come to share one.
  const others = project.statuses.filter((s) => s.id !== c.statusId)
  const next = others.find((s) => !s.removedAt && byRank(aim.status, s) < 0)
  const before = standing(project.statuses, c.before)
  if (before === c.statusId || before === (next?.id ?? null)) return unchanged
  const rank = rankBefore(others, c.before)
  const data = { statusId: c.statusId, fromRank: aim.status.rank, rank }
  return done(project, facts, { type: 'status.moved', data })
}

/** Removes a column; its tasks go, in their order, below those of the column named. */
export function removeStatus(c: CommandOf<'status.remove'>, state: State, facts: Facts): Decision {
  const { project, column = [] } = state
  if (!project) return noProject()
  const status = liveStatus(project, c.statusId)
  if (!status) return gone(project, c.statusId)
  if (project.statuses.filter((each) => !each.removedAt).length === 1) {
    return refuse('last-status', 'A project keeps at least one status.', 'statusId')
  }
  if (c.moveTo === c.statusId) {
    return refuse('invalid', 'Name another status for its tasks.', 'moveTo')
  }
  const aim = target(c, c.moveTo, state, facts)
  if ('stop' in aim) return aim.stop
  const stop = full(aim.status, column.length)
  if (stop && column.length > 0) return stop
  const ranks = ranksBetween(facts.between, column.length)
  const moves: NewEvent[] = column.map((task, i) => ({
    type: 'task.moved',
    taskId: task.id,
    version: task.version + 1,
    data: { from: c.statusId, to: c.moveTo, fromRank: task.rank, rank: ranks[i] ?? '' },
  }))
  const data = removalOf(project, c.statusId, c.moveTo)
  const removed = done(project, facts, { type: 'status.removed', data })
  return { ...removed, events: [...moves, ...removed.events] }
}

type Own = Extract<NewEvent, { type: `status.${string}` }>
type Change = { [K in Own['type']]: Pick<Extract<Own, { type: K }>, 'type' | 'data'> }[Own['type']]

function done(project: Project, facts: Facts, event: Change): Decision {
  return apply([{ ...event, taskId: null, version: project.version + 1 } as NewEvent], facts)
}

/** Two people who remove the same column both get what they want. */
function gone(project: Project, id: StatusId): Decision {
  const known = project.statuses.some((each) => each.id === id)
  return known ? unchanged : refuse('not-found', 'There is no such status.', 'statusId')
}

/** The column named, or the first behind it that still stands; null for the end. */
function standing(statuses: Status[], id: StatusId | null): StatusId | null {
  const from = statuses.findIndex((status) => status.id === id)
  return from < 0 ? null : (statuses.slice(from).find((status) => !status.removedAt)?.id ?? null)
}

/** A rank right before a column; last where none is named. Removed columns keep their places. */
function rankBefore(statuses: Status[], before: StatusId | null): string {
  const at = statuses.findIndex((status) => status.id === before)
  const [lower, upper] = at < 0 ? [statuses.at(-1)] : [statuses[at - 1], statuses[at]]
  return rankBetween({ lower: lower?.rank ?? null, upper: upper?.rank ?? null })
}
