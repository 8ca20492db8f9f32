import type { CommandOf } from '../commands'
import { accept, type Decision, type DecisionContext, noChange, reject } from '../decision'
import { aboutUnseenTask, defineCommand } from '../defineCommand'
import type { NewEvent } from '../events'
import { ranksBetween, WHOLE_PROJECT } from '../kernel/rank'
import { findStatus } from '../project/project'
import type { Reads } from '../reads'
import type { ImportedComment, TransferredTask } from './commands'

/**
 * Creates the tasks that another project transfers, with their comments and worklogs. Nothing
 * happens when the first task exists already.
 */
export function receiveTask(
  command: CommandOf<'task.receive'>,
  reads: Reads<'project' | 'task' | 'rankRange'>,
  context: DecisionContext,
): Decision {
  const { project } = reads
  if (reads.task) return noChange
  if (command.transferredTasks.some((each) => !findStatus(project, each.seed.statusId))) {
    return reject('not-found', 'There is no such status.', 'transferredTasks')
  }
  const ranks = ranksBetween(reads.rankRange, command.transferredTasks.length)
  const events = command.transferredTasks.flatMap((each, i) => {
    const { taskId, previousKey, reporter, createdAt, seed, comments, worklogs } = each
    const data = {
      ...seed,
      number: project.nextNumber + i,
      rank: ranks[i] ?? '',
      movedFrom: previousKey,
    }
    const imported = { actor: reporter, at: createdAt }
    const created: NewEvent = { type: 'task.created', taskId, version: 1, data, imported }
    const addedEvents = [...comments.map(commentAdded), ...worklogs.map(worklogAdded)]
    return [
      created,
      ...addedEvents.map((event, n) => ({ ...event, taskId, version: n + 2 }) as NewEvent),
    ]
  })
  return accept(events, context)
}

const commentAdded = ({ id: commentId, author: actor, body, at }: ImportedComment) => ({
  ...{ type: 'comment.added', data: { commentId, body } },
  imported: { actor, at },
})

/**
 * The remaining estimate is not reduced again: the source project has already deducted the time.
 */
function worklogAdded({
  id: worklogId,
  author: actor,
  at,
  ...fields
}: TransferredTask['worklogs'][number]) {
  return { type: 'worklog.added', data: { worklogId, ...fields }, imported: { actor, at } }
}

export const receiveTaskCommand = defineCommand({
  type: 'task.receive',
  role: 'member',
  ...aboutUnseenTask,
  readSet: ({ taskId, transferredTasks }) => ({
    project: { componentsAndVersions: true },
    task: { taskId },
    rankRange: {
      taskIds: transferredTasks.map((each) => each.taskId),
      statusId: WHOLE_PROJECT,
      position: { end: 'bottom' },
    },
  }),
  decide: receiveTask,
})
