import type { CommandOf } from '../commands'
import { accept, type Decision, type DecisionContext, noChange, reject } from '../decision'
import { aboutTask, defineCommand } from '../defineCommand'
import type { Reads } from '../reads'
import { ensureEditable, nextVersion } from '../task/guards'
import { ensureUnlocked, validateSeconds } from './guards'
import { adjustRemaining, remainingChange } from './remainingEstimate'

/** Logs time on a task. Concurrent worklogs all count. */
export function addWorklog(
  command: CommandOf<'worklog.add'>,
  reads: Reads<'task' | 'worklog' | 'timeLock'>,
  context: DecisionContext,
): Decision {
  const failure = ensureEditable(command, reads, context)
  if (failure || !reads.task) return failure ?? noChange
  if (reads.worklog) return reject('id-taken', 'Another worklog has this id.', 'worklogId')
  const invalid =
    validateSeconds(command, reads.task.timeSpent) ??
    ensureUnlocked([command.startedAt], context.actor.id, reads)
  if (invalid) return invalid
  const { task } = reads
  const from = task.remainingEstimate
  const { to, deductedFromRemaining } = adjustRemaining(
    from,
    command.seconds,
    command.remaining,
    context,
  )
  const { worklogId, seconds, startedAt, note } = command
  const data = {
    worklogId,
    seconds,
    startedAt,
    note,
    deductedFromRemaining,
    ...remainingChange(from, to),
  }
  return accept(
    [{ type: 'worklog.added', taskId: task.id, version: nextVersion(task), data }],
    context,
  )
}

export const addWorklogCommand = defineCommand({
  type: 'worklog.add',
  role: 'member',
  ...aboutTask,
  identity: ({ taskId, worklogId }) => [taskId, worklogId],
  readSet: ({ taskId, worklogId }) => ({
    project: {},
    task: { taskId },
    worklog: worklogId,
    timeLock: true,
  }),
  decide: addWorklog,
})
