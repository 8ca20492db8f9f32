import type { CommandOf } from '../commands'
import { accept, type Decision, type DecisionContext, noChange, reject } from '../decision'
import { aboutTask, defineCommand } from '../defineCommand'
import type { NewEvent } from '../events'
import type { Reads } from '../reads'
import { exportTasks } from './exportTasks'
import { ensureEditable, ensureWipLimits, nextVersion } from './guards'

/**
 * Transfers a task with its subtasks to another project, which receives copies in the same
 * transaction. The original tasks are archived and refer to the copies.
 */
export function transferTask(
  command: CommandOf<'task.transfer'>,
  reads: Reads<'project' | 'task' | 'transfer' | 'targetProject'>,
  context: DecisionContext,
): Decision {
  const { task, project, targetProject, transfer } = reads
  // When two people transfer it to the same project, the second has nothing to do.
  if (task?.movedToProject && task.movedToProject === command.to) return noChange
  if (task?.movedTo) {
    return reject(
      'archived',
      'It was already moved to another project. Move it from there.',
      'taskId',
    )
  }
  const failure = ensureEditable(command, reads, context)
  if (failure || !task) return failure ?? noChange
  if (command.to === project.id) return reject('invalid', 'It is in this project already.', 'to')
  if (!targetProject) return reject('not-found', 'There is no such project.', 'to')
  if (task.type === 'subtask') {
    return reject(
      'hierarchy',
      'A subtask goes with its parent. Move that, or change the type.',
      'to',
    )
  }
  const open = transfer.children.filter((each) => !each.archivedAt)
  const exportedTasks = [task, ...open.filter((each) => each.type === 'subtask')]
  const transferredTasks = exportTasks(exportedTasks, reads, targetProject, context.commandId)
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
  // Children that stay lose their parent, because it leaves the project.
  const remainingChildren = open.filter((each) => each.type !== 'subtask')
  const detachedEvents = remainingChildren.map((each): NewEvent => {
    const data = { set: { parentId: { from: task.id, to: null } } }
    return { type: 'task.edited', taskId: each.id, version: nextVersion(each), data }
  })
  return { ...accept([...detachedEvents, ...events], context), transferredTasks }
}

export const transferTaskCommand = defineCommand({
  type: 'task.transfer',
  role: 'member',
  ...aboutTask,
  readSet: ({ taskId, to }) => ({
    project: { sprints: true, componentsAndVersions: true },
    task: { taskId, description: true },
    transfer: taskId,
    targetProject: to,
  }),
  decide: transferTask,
})
