import type { CommandOf } from '../commands'
import { statusField } from '../conflict/changes'
import type { ConflictField } from '../conflict/conflict'
import { judgeScalar } from '../conflict/judge'
import type { Facts } from '../decision'
import { equal } from '../equal'
import type { StatusId } from '../words'
import type { WorkflowStatus } from './commands'
import type { StatusChanges, StatusScalars } from './events'
import { liveStatus, type Project, type Status } from './project'
import { inOrder, type Transition } from './transition'
import { type Base, wasRemoved } from './workflowBase'

const FIELDS: (keyof StatusScalars)[] = ['name', 'category', 'color', 'wipLimit', 'transitions']

/** What a change of the workflow comes to, status by status. */
interface Judged {
  edits: Map<StatusId, StatusChanges>
  clashes: ConflictField[]
  /** Whether the sender changed, or sent tasks to, a status that others have removed. */
  lost: boolean
}

/**
 * Compares each status with what the sender was looking at: only what they changed themselves
 * counts, and that is judged field by field. What leads to a status that others removed is dropped.
 */
export function judgeStatuses(
  { statuses, orphans }: CommandOf<'workflow.change'>,
  project: Project,
  base: Base,
  facts: Facts,
): Judged {
  const judged: Judged = { edits: new Map(), clashes: [], lost: false }
  judged.lost = Object.values(orphans).some((to) => wasRemoved(to, project, base))
  for (const mine of asKept(statuses, orphans, project)) {
    const was = base.statuses.find((each) => each.id === mine.id)
    if (!was) continue
    const kept = standing(was.transitions, orphans, project)
    const changed = FIELDS.filter(
      (field) => !equal({ ...was, transitions: kept }[field], mine[field]),
    )
    const now = liveStatus(project, mine.id)
    if (!now) judged.lost ||= changed.length > 0
    else judgeOne(mine, now, changed, facts, judged)
  }
  return judged
}

function judgeOne(
  mine: WorkflowStatus,
  now: Status,
  changed: (keyof StatusScalars)[],
  facts: Facts,
  { edits, clashes }: Judged,
): void {
  const set: Record<string, unknown> = {}
  for (const field of changed) {
    const verdict = judgeScalar(statusField(now.id, field), now[field], mine[field], facts)
    if (verdict === 'same') continue
    if ('clash' in verdict) clashes.push(verdict.clash)
    else set[field] = { from: now[field], to: verdict.write }
  }
  if (Object.keys(set).length > 0) edits.set(now.id, set as StatusChanges)
}

/** The sender's statuses as events hold them. */
export function asKept(
  statuses: WorkflowStatus[],
  orphans: Record<StatusId, StatusId>,
  project: Project,
): WorkflowStatus[] {
  return statuses.map((each) => ({
    ...each,
    name: each.name.trim(),
    transitions: inOrder(standing(each.transitions, orphans, project)),
  }))
}

/** Transitions without those that lead to a status that goes, or has gone. */
function standing(
  transitions: Transition[] | null,
  orphans: Record<StatusId, StatusId>,
  { statuses }: Project,
): Transition[] | null {
  const gone = new Set(statuses.filter((status) => status.removedAt).map((status) => status.id))
  return transitions?.filter(({ to }) => !gone.has(to) && orphans[to] === undefined) ?? null
}
