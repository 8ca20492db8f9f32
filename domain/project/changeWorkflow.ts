import type { CommandOf } from '../commands'
import { clash } from '../conflict/judge'
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
import { logged } from '../logged'
import { ranksBetween } from '../rank'
import { full } from '../task/open'
import type { StatusId } from '../words'
import type { WorkflowStatus } from './commands'
import type { StatusChanges } from './events'
import { evolveProject } from './evolve'
import { asKept, judgeStatuses } from './judgeStatuses'
import { newRanks, wantedOrder } from './orderStatuses'
import { liveStatus, type Project } from './project'
import { removalOf } from './ways'
import { type Base, baseOf } from './workflowBase'

type Change = CommandOf<'workflow.change'>
type Own = Extract<NewEvent, { type: `status.${string}` }>
type Step = { [K in Own['type']]: Pick<Extract<Own, { type: K }>, 'type' | 'data'> }[Own['type']]

/**
 * Puts another workflow in place of the one that the sender was looking at: all of it or nothing.
 * What others changed meanwhile and the sender did not stays; where both changed the same field of
 * a status, that clashes. Tasks of statuses that go move to the ends of the columns named.
 */
export function changeWorkflow(c: Change, state: State, facts: Facts): Decision {
  const { project } = state
  if (!project) return noProject()
  const base = baseOf(project, facts)
  const stop = wrong(c, project, base)
  if (stop) return stop
  const { clashes, edits, lost } = judgeStatuses(c, project, base, facts)
  if (lost) return clash(c, 'status-removed', [], state, facts)
  if (clashes.length > 0) return clash(c, 'changed', clashes, state, facts)
  const going = Object.keys(c.orphans).filter((id) => liveStatus(project, id))
  const writing = new Writing(project, facts)
  for (const step of laidOut(c, project, base, edits)) writing.take(step)
  const ranks = ranksBetween(facts.between, count(going, state))
  for (const id of going) {
    const refusal = writing.remove(id, c.orphans[id] ?? '', state, ranks)
    if (refusal) return refusal
  }
  return writing.events.length > 0 ? apply(writing.events, facts) : unchanged
}

const count = (ids: StatusId[], { columns }: State) =>
  ids.reduce((sum, id) => sum + (columns?.get(id)?.length ?? 0), 0)

/** Why a workflow cannot be one, whatever others have done meanwhile. */
function wrong({ statuses, orphans }: Change, project: Project, base: Base): Decision | null {
  const ids = new Set(statuses.map((each) => each.id))
  if (ids.size === 0) return refuse('last-status', 'A project keeps at least one status.')
  if (ids.size < statuses.length) return refuse('invalid', 'A status is named twice.', 'statuses')
  if (statuses.some((each) => !each.name.trim())) {
    return refuse('invalid', 'A status needs a name.', 'statuses')
  }
  const taken = project.statuses.find((each) => ids.has(each.id) && isPast(each.id, project, base))
  if (taken) return refuse('id-taken', `${taken.name} was removed before.`, 'statuses')
  const left = base.statuses.find((each) => !ids.has(each.id) && orphans[each.id] === undefined)
  if (left) return refuse('invalid', `Say where the tasks of ${left.name} go.`, 'orphans')
  for (const [from, to] of Object.entries(orphans)) {
    const name = project.statuses.find((each) => each.id === from)?.name
    if (!name || ids.has(from)) return refuse('invalid', 'Only statuses that go.', 'orphans')
    if (!ids.has(to)) {
      return refuse('invalid', `The tasks of ${name} need a status that stays.`, 'orphans')
    }
  }
  return badWay(statuses, project)
}

/** Whether a status was gone already when the sender looked. */
const isPast = (id: StatusId, project: Project, base: Base) =>
  !liveStatus(project, id) && !base.statuses.some((each) => each.id === id)

function badWay(statuses: WorkflowStatus[], project: Project): Decision | null {
  const known = new Set([...statuses, ...project.statuses].map((each) => each.id))
  for (const { id, name, transitions } of statuses) {
    const targets = (transitions ?? []).map((each) => each.to)
    const isWrong = targets.some((to) => to === id || !known.has(to))
    if (isWrong || new Set(targets).size < targets.length) {
      return refuse('invalid', `The transitions of ${name} name no other status once.`, 'statuses')
    }
  }
  return null
}

/** New statuses, changed ones, and those that stand elsewhere, in the order of their events. */
function laidOut(
  { statuses, orphans }: Change,
  project: Project,
  base: Base,
  edits: Map<StatusId, StatusChanges>,
): Step[] {
  const order = wantedOrder(
    statuses.map((each) => each.id),
    project,
    base,
    new Set(Object.keys(orphans)),
  )
  const ranks = newRanks(order, project)
  const known = new Set(project.statuses.map((each) => each.id))
  const added = asKept(statuses, orphans, project).filter((each) => !known.has(each.id))
  const steps: Step[] = added.map((each) => ({
    type: 'status.added',
    data: { ...each, rank: ranks.get(each.id) ?? '' },
  }))
  for (const [statusId, set] of edits)
    steps.push({ type: 'status.edited', data: { statusId, set } })
  for (const [statusId, rank] of ranks) {
    const fromRank = liveStatus(project, statusId)?.rank
    if (fromRank) steps.push({ type: 'status.moved', data: { statusId, fromRank, rank } })
  }
  return steps
}

/** The events so far, and the project as they leave it. */
class Writing {
  readonly events: NewEvent[] = []
  private placed = 0

  constructor(
    private project: Project,
    private readonly facts: Facts,
  ) {}

  take(step: Step): void {
    const { version } = this.project
    this.push({ ...step, taskId: null, version: version + 1 } as NewEvent)
  }

  /** Empties a status into another and removes it; the refusal where that has no room. */
  remove(id: StatusId, to: StatusId, { columns }: State, ranks: string[]): Decision | null {
    const tasks = columns?.get(id) ?? []
    const target = liveStatus(this.project, to)
    const stop = target && tasks.length > 0 ? full(target, tasks.length) : null
    if (stop) return stop
    for (const { id: taskId, version, rank: fromRank } of tasks) {
      const data = { from: id, to, fromRank, rank: ranks[this.placed++] ?? '' }
      this.push({ type: 'task.moved', taskId, version: version + 1, data })
    }
    this.take({ type: 'status.removed', data: removalOf(this.project, id, to) })
    return null
  }

  private push(event: NewEvent): void {
    this.events.push(event)
    const entry = logged(event, { ...this.facts, projectId: this.project.id, seq: 0 })
    this.project = evolveProject(this.project, entry) ?? this.project
  }
}
