import type { CommandOf } from '../commands'
import { worklogField } from '../conflict/changes'
import type { ConflictField } from '../conflict/conflict'
import { clash, judgeScalar, judgeSum } from '../conflict/judge'
import { apply, type Decision, type Facts, isOwn, refuse, type State, unchanged } from '../decision'
import { after, closed } from '../task/open'
import { dayOf } from '../time/day'
import { type Id, LIMITS, type Moment } from '../words'
import type { Remaining, WorklogFields } from './commands'
import type { Worklog } from './worklog'

const missing = () => refuse('not-found', 'There is no such worklog.', 'worklogId')

/** Logs time; people who do so at once both count. */
export function addWorklog(c: CommandOf<'worklog.add'>, state: State, facts: Facts): Decision {
  const stop = closed(c, state, facts)
  if (stop || !state.task) return stop ?? unchanged
  if (state.worklog) return refuse('id-taken', 'Another worklog has this id.', 'worklogId')
  const no = wrong(c, state.task.timeSpent) ?? locked([c.startedAt], facts.actor.id, facts)
  if (no) return no
  const { task } = state
  const from = task.remainingEstimate
  const { to, taken } = leave(from, c.seconds, c.remaining, facts)
  const { worklogId, seconds, startedAt, note } = c
  const data = { worklogId, seconds, startedAt, note, taken, ...left(from, to) }
  return apply([{ type: 'worklog.added', taskId: task.id, version: after(task), data }], facts)
}

/** Changes one's own worklog (admins: any); what it took off the remaining estimate follows. */
export function editWorklog(c: CommandOf<'worklog.edit'>, state: State, facts: Facts): Decision {
  const stop = closed(c, state, facts) ?? notOwn(state, facts)
  const { task, worklog } = state
  if (stop || !task || !worklog) return stop ?? unchanged
  if (worklog.deletedAt) {
    return deletedMeanwhile(worklog.id, facts) ? clash(c, 'deleted', [], state, facts) : missing()
  }
  const { set, clashes } = judgeFields(c, worklog, facts)
  if (clashes.length > 0) return clash(c, 'changed', clashes, state, facts)
  if (!set) return unchanged
  const moments = set.startedAt ? [worklog.startedAt, set.startedAt.to] : [worklog.startedAt]
  const no =
    wrong(c.set, task.timeSpent - worklog.seconds) ?? locked(moments, worklog.author, facts)
  if (no) return no
  const from = task.remainingEstimate
  const { to, taken } = follow(from, worklog, set.seconds?.to ?? worklog.seconds)
  const data = { worklogId: worklog.id, set, taken, ...left(from, to) }
  return apply([{ type: 'worklog.edited', taskId: task.id, version: after(task), data }], facts)
}

/** Takes back one's own worklog (admins: any), and what it took off the remaining estimate. */
export function deleteWorklog(
  c: CommandOf<'worklog.delete'>,
  state: State,
  facts: Facts,
): Decision {
  const stop = closed(c, state, facts) ?? notOwn(state, facts)
  const { task, worklog } = state
  if (stop || !task || !worklog) return stop ?? unchanged
  if (worklog.deletedAt) return unchanged
  const no = locked([worklog.startedAt], worklog.author, facts)
  if (no) return no
  const from = task.remainingEstimate
  const data = {
    worklogId: worklog.id,
    seconds: worklog.seconds,
    note: worklog.note,
    taken: worklog.taken,
    ...left(from, giveBack(from, worklog)),
  }
  return apply([{ type: 'worklog.deleted', taskId: task.id, version: after(task), data }], facts)
}

function judgeFields(c: CommandOf<'worklog.edit'>, worklog: Worklog, facts: Facts) {
  const set: Record<string, unknown> = {}
  const clashes: ConflictField[] = []
  for (const [field, mine] of Object.entries(c.set)) {
    if (mine === undefined) continue
    const now = worklog[field as keyof WorklogFields]
    const verdict = judgeScalar(worklogField(worklog.id, field), now, mine, facts)
    if (verdict === 'same') continue
    if ('clash' in verdict) clashes.push(verdict.clash)
    else set[field] = { from: now, to: verdict.write }
  }
  type Changed = { [F in keyof WorklogFields]?: { from: WorklogFields[F]; to: WorklogFields[F] } }
  return { set: Object.keys(set).length > 0 ? (set as Changed) : undefined, clashes }
}

/** What is left after time was logged, and what of that the worklog took off by itself. */
function leave(from: number | null, seconds: number, how: Remaining, facts: Facts) {
  if (how === 'keep') return { to: from, taken: null }
  if (how === 'auto') {
    if (from === null) return { to: null, taken: 0 }
    const to = Math.max(0, from - seconds)
    return { to, taken: from - to }
  }
  if ('by' in how) return { to: from === null ? null : Math.max(0, from - how.by), taken: null }
  return { to: judgeSum('remainingEstimate', from, how.set, facts), taken: null }
}

/** The same once a worklog is longer or shorter: more is taken, or what was too much given back. */
function follow(from: number | null, worklog: Worklog, seconds: number) {
  const { taken } = worklog
  if (taken === null || from === null) return { to: from, taken }
  const more = Math.min(from, Math.max(0, seconds - worklog.seconds))
  const now = Math.min(taken + more, seconds)
  return { to: from + taken - now, taken: now }
}

const giveBack = (now: number | null, { taken }: Worklog) =>
  now === null ? null : now + (taken ?? 0)

const left = (from: number | null, to: number | null) =>
  from === to ? {} : { remaining: { from, to } }

function wrong({ seconds }: Partial<WorklogFields>, others: number): Decision | null {
  if (seconds === undefined) return null
  if (seconds < 1) return refuse('invalid', 'Log some time, at least a minute.', 'seconds')
  return others + seconds > LIMITS.seconds
    ? refuse('invalid', 'A task takes 100,000 hours at most.', 'seconds')
    : null
}

/** Refuses what would change a day that the workspace has closed, as its author's days go. */
function locked(moments: Moment[], author: Id, facts: Facts): Decision | null {
  const until = facts.lockedUntil
  if (!until) return null
  const zone = facts.zoneOf?.(author) ?? 'UTC'
  return moments.some((at) => dayOf(at, zone) <= until)
    ? refuse(
        'period-locked',
        `Time up to ${until} is locked. Ask an admin to open it.`,
        'startedAt',
      )
    : null
}

function deletedMeanwhile(id: Id, facts: Facts): boolean {
  return facts.missed.some(
    (e) => e.type === 'worklog.deleted' && e.data.worklogId === id && !isOwn(e, facts),
  )
}

function notOwn({ worklog, task }: State, facts: Facts): Decision | null {
  if (!worklog || worklog.taskId !== task?.id) return missing()
  if (worklog.author === facts.actor.id || facts.actor.role === 'admin') return null
  return refuse('forbidden', 'Only its author or an admin may change a worklog.', 'worklogId')
}
