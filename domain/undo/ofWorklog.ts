import type { Decision, Facts, State } from '../decision'
import { equal } from '../equal'
import type { EventOf, NewEvent } from '../events'
import type { Task } from '../task/task'
import type { WorklogFields } from '../worklog/commands'
import { addWorklog, deleteWorklog, editWorklog } from '../worklog/decide'
import type { Worklog } from '../worklog/worklog'
import { type Blocked, obstacle } from './obstacle'
import type { Present } from './present'

type Logged = EventOf<'worklog.added' | 'worklog.edited' | 'worklog.deleted'>

/**
 * Takes back what was done to one's own worklog, and what that did to the remaining estimate, by
 * the rules of logging time: a period that is locked stays as it is.
 */
export function takeBackOfWorklog(event: Logged, task: Task, now: Present, facts: Facts): Blocked {
  const worklog = now.worklogs.get(event.data.worklogId)
  if (!worklog) return obstacle(event, 'The worklog is gone.')
  if (worklog.author !== facts.actor.id) {
    return obstacle(event, 'Only its author may take back a change of a worklog.')
  }
  const isGone = worklog.deletedAt !== null
  if (event.type === 'worklog.deleted') {
    return isGone ? logAgain(event, task, worklog, now, facts) : null
  }
  if (isGone) return event.type === 'worklog.added' ? null : obstacle(event, 'It has been deleted.')
  const state = { project: now.project, task, worklog }
  const on = { taskId: task.id, baseVersion: task.version, worklogId: worklog.id }
  const own = { ...facts, missed: [] }
  if (event.type === 'worklog.added') {
    const decision = deleteWorklog({ type: 'worklog.delete', ...on }, state, own)
    return enter(event, decision, task, worklog.taken, now)
  }
  const set: Partial<Record<string, unknown>> = {}
  for (const [field, { from, to }] of Object.entries(event.data.set)) {
    const current = worklog[field as keyof WorklogFields]
    if (equal(current, from)) continue
    if (!equal(current, to)) return obstacle(event, `The ${WORDS[field]} has been changed since.`)
    set[field] = from
  }
  const edit = { type: 'worklog.edit', ...on, set: set as Partial<WorklogFields> } as const
  return enter(event, editWorklog(edit, state, own), task, worklog.taken, now)
}

/** A deleted worklog is logged once more, under its own id. */
function logAgain(
  event: EventOf<'worklog.deleted'>,
  task: Task,
  { id: worklogId, seconds, startedAt }: Worklog,
  now: Present,
  facts: Facts,
): Blocked {
  const { note, taken } = event.data
  if (note === undefined || taken === undefined) {
    return obstacle(event, 'The note of this worklog was not kept.')
  }
  const state: State = { project: now.project, task }
  const decision = addWorklog(
    {
      type: 'worklog.add',
      taskId: task.id,
      baseVersion: task.version,
      worklogId,
      seconds,
      startedAt,
      note,
      remaining: taken === null ? 'keep' : 'auto',
    },
    state,
    { ...facts, missed: [] },
  )
  return enter(event, decision, task, taken, now)
}

/** Where the remaining estimate was set by hand, what that changed goes back by as much. */
function enter(
  undone: Logged,
  decision: Decision,
  task: Task,
  taken: number | null,
  now: Present,
): Blocked {
  if (decision.outcome === 'refused') {
    return obstacle(undone, decision.refusal?.message ?? 'It cannot be taken back.')
  }
  const { remaining } = undone.data
  for (const event of decision.events) {
    const data = taken === null && remaining ? back(event, remaining, task) : event.data
    now.ofTask(task, { type: event.type, data } as Pick<NewEvent, 'type' | 'data'>)
  }
  return null
}

function back(
  event: NewEvent,
  { from: before, to: after }: { from: number | null; to: number | null },
  { remainingEstimate: from }: Task,
): NewEvent['data'] {
  // Set where there was none: it goes again, unless it has been set anew since.
  const whole = before === null || after === null
  const to = whole ? (from === after ? before : from) : Math.max(0, (from ?? 0) + before - after)
  return (from === to ? event.data : { ...event.data, remaining: { from, to } }) as never
}

const WORDS: Record<string, string> = { seconds: 'time', startedAt: 'start', note: 'note' }
