import { type Decision, type DecisionContext, reject } from '../decision'
import { type Id, type Instant, LIMITS } from '../kernel/primitives'
import type { Reads } from '../reads'
import { localDateOf } from '../time/localDate'
import type { WorklogFields } from './commands'

/** Returns the rejection of a command on a worklog that does not exist or is deleted. */
export const worklogNotFound = () => reject('not-found', 'There is no such worklog.', 'worklogId')

/**
 * Returns a rejection when a duration is shorter than a second, or when the task would exceed the
 * largest total with it; otherwise null. A missing duration is valid.
 * @param otherSeconds the time that all other worklogs of the task take
 */
export function validateSeconds(
  { seconds }: Partial<WorklogFields>,
  otherSeconds: number,
): Decision | null {
  if (seconds === undefined) return null
  if (seconds < 1) return reject('invalid', 'Log some time, at least a minute.', 'seconds')
  return otherSeconds + seconds > LIMITS.seconds
    ? reject('invalid', 'A task takes 100,000 hours at most.', 'seconds')
    : null
}

/**
 * Returns a rejection when one of the moments falls on a locked day in its author's time zone,
 * otherwise null.
 */
export function ensureUnlocked(
  moments: Instant[],
  author: Id,
  { timeLock }: Reads<'timeLock'>,
): Decision | null {
  const until = timeLock.lockedUntil
  if (!until) return null
  const zone = timeLock.timeZoneOf(author)
  return moments.some((at) => localDateOf(at, zone) <= until)
    ? reject(
        'period-locked',
        `Time up to ${until} is locked. Ask an admin to open it.`,
        'startedAt',
      )
    : null
}

/**
 * Returns a rejection when the worklog does not exist or the actor is neither its author nor an
 * admin, otherwise null.
 */
export function ensureMayEdit(
  { worklog, task }: Reads<'task' | 'worklog'>,
  context: DecisionContext,
): Decision | null {
  if (!worklog || worklog.taskId !== task?.id) return worklogNotFound()
  if (worklog.author === context.actor.id || context.actor.role === 'admin') return null
  return reject('forbidden', 'Only its author or an admin may change a worklog.', 'worklogId')
}
