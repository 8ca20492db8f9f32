import type { CommandOf } from '../commands'
import {
  accept,
  type Decision,
  type DecisionContext,
  type DecisionState,
  noChange,
  projectNotFound,
  reject,
} from '../decision'
import type { NewEvent } from '../events'
import { ranksBetween } from '../kernel/rank'
import { findStatus } from '../project/project'
import type { ImportedComment, TransferredTask } from './commands'
import { exportTasks } from './exportTasks'
import { ensureEditable, ensureWipLimits, nextVersion } from './guards'

/**
 * Takes a task out of its project, with its subtasks, for another one that receives it in the same
 * transaction. The rows stay as they were, archived, and say where they went.
 */
export function transferTask(
  command: CommandOf<'task.transfer'>,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  const { task, project, children = [] } = state
  // Two people who send it to the same project both get what they want.
  if (task?.movedToProject && task.movedToProject === command.to) return noChange
  if (task?.movedTo) {
    return reject('archived', 'It lives in another project now. Move it from there.', 'taskId')
  }
  const failure = ensureEditable(command, state, context)
  if (failure || !task || !project) return failure ?? noChange
  if (command.to === project.id) return reject('invalid', 'It is in this project already.', 'to')
  const { targetProject } = context
  if (!targetProject) return reject('not-found', 'There is no such project.', 'to')
  if (task.type === 'subtask') {
    return reject(
      'hierarchy',
      'A subtask goes with its parent. Move that, or change the type.',
      'to',
    )
  }
  const open = children.filter((each) => !each.archivedAt)
  const exportedTasks = [task, ...open.filter((each) => each.type === 'subtask')]
  const transferredTasks = exportTasks(exportedTasks, state, targetProject, context.commandId)
  const wipFailure = ensureWipLimits(
    targetProject,
    transferredTasks.map(({ seed }) => seed.statusId),
  )
  if (wipFailure) return wipFailure
  const events = exportedTasks.map((each, i): NewEvent => {
    const { taskId = '', seed } = transferredTasks[i] ?? {}
    const droppedFields = seed?.droppedFields && { droppedFields: seed.droppedFields }
    const data = {
      statusId: each.statusId,
      movedTo: { projectId: command.to, taskId, ...droppedFields },
    }
    return { type: 'task.archived', taskId: each.id, version: nextVersion(each), data }
  })
  // What stays must not stand below a task that is gone.
  const remainingChildren = open.filter((each) => each.type !== 'subtask')
  const detachedEvents = remainingChildren.map((each): NewEvent => {
    const data = { set: { parentId: { from: task.id, to: null } } }
    return { type: 'task.edited', taskId: each.id, version: nextVersion(each), data }
  })
  return { ...accept([...detachedEvents, ...events], context), transferredTasks }
}

/** Takes in what another project has sent; what is here already is not taken in twice. */
export function receiveTask(
  command: CommandOf<'task.receive'>,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  const { project } = state
  if (!project) return projectNotFound()
  if (state.task) return noChange
  if (command.transferredTasks.some((each) => !findStatus(project, each.seed.statusId))) {
    return reject('not-found', 'There is no such status.', 'transferredTasks')
  }
  const ranks = ranksBetween(context.rankRange, command.transferredTasks.length)
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
    const thread = [...comments.map(commentAdded), ...worklogs.map(worklogAdded)]
    return [
      created,
      ...thread.map((event, n) => ({ ...event, taskId, version: n + 2 }) as NewEvent),
    ]
  })
  return accept(events, context)
}

const commentAdded = ({ id: commentId, author: actor, body, at }: ImportedComment) => ({
  ...{ type: 'comment.added', data: { commentId, body } },
  imported: { actor, at },
})

/** As much of it is left of the task as before: its time has been taken off there. */
function worklogAdded({
  id: worklogId,
  author: actor,
  at,
  ...fields
}: TransferredTask['worklogs'][number]) {
  return { type: 'worklog.added', data: { worklogId, ...fields }, imported: { actor, at } }
}
