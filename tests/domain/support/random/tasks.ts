import type { TaskPatch } from '@/domain/task/commands'
import {
  pickFrom,
  pickSprintId,
  type RandomCommands,
  type StepContext,
  staleTaskRef,
} from './stepContext'

/** Commands about tasks. */
export const TASK_COMMANDS: RandomCommands<
  | 'task.create'
  | 'task.edit'
  | 'task.move'
  | 'task.clone'
  | 'task.transfer'
  | 'task.setParent'
  | 'task.archive'
  | 'task.restore'
  | 'task.plan'
  | 'task.bulk'
> = {
  'task.create': ({ pick: [a], statusId, position }) => ({
    type: 'task.create',
    taskId: `t${a % 30}`,
    taskType: 'task',
    statusId,
    position,
    title: 'A',
    description: 'x\n\ny',
  }),
  'task.edit': ({ taskRef, patch }) => ({ type: 'task.edit', ...taskRef, ...patch }),
  'task.move': ({ taskRef, statusId, position, patch, pick: [a] }) => ({
    type: 'task.move',
    ...taskRef,
    statusId,
    position,
    ...filledFields(patch, a),
  }),
  'task.clone': ({ testProject, taskId, statusId, pick: [a, b] }) => {
    const child = [...testProject.projectState.tasks.values()].find(
      (task) => task.parentId === taskId,
    )
    const from = [taskId, ...(b % 2 && child ? [child.id] : [])]
    const copies = from.map((each, i) => ({ from: each, to: `k${(a + i) % 40}` }))
    return { type: 'task.clone', taskId, statusId, position: {}, copies }
  },
  'task.transfer': ({ taskRef, pick: [, , c] }) => ({
    type: 'task.transfer',
    ...taskRef,
    to: c % 2 ? 'nowhere' : 'elsewhere',
  }),
  'task.setParent': ({ taskRef, taskIds, pick: [, b, c] }) => ({
    type: 'task.setParent',
    ...taskRef,
    parentId: b % 3 === 2 ? null : pickFrom(taskIds, c),
  }),
  'task.archive': ({ taskRef }) => ({ type: 'task.archive', ...taskRef }),
  'task.restore': ({ taskRef, statusId, position, pick: [, , c] }) => ({
    type: 'task.restore',
    ...taskRef,
    ...(c % 2 ? { statusId } : {}),
    position,
  }),
  'task.plan': ({ testProject, versionsBehind, taskIds, taskId, position, pick: [, b, c] }) => {
    const several = taskIds.slice(0, 1 + (b % 3)).filter((id) => id !== taskId)
    const named = [taskId, ...(b % 2 ? several : [])]
    const tasks = named.map((id) => staleTaskRef(testProject, id, versionsBehind))
    return {
      type: 'task.plan',
      tasks,
      sprintId: b % 3 ? pickSprintId(testProject, c) : null,
      position,
    }
  },
  'task.bulk': (context) => {
    const { testProject, versionsBehind, taskIds, taskId } = context
    const [, b, c] = context.pick
    const named = taskIds.slice(b % 5, (b % 5) + 1 + (c % 4))
    const tasks = (named.length > 0 ? named : [taskId]).map((id) =>
      staleTaskRef(testProject, id, versionsBehind),
    )
    return { type: 'task.bulk', tasks, change: bulkChange(context) }
  },
}

function filledFields({ set, add }: TaskPatch, n: number): TaskPatch {
  if (n % 2 === 0) return {}
  return { set: { estimate: set?.estimate, description: set?.description }, add }
}

function bulkChange({ testProject, statusId, patch, pick: [a, , c] }: StepContext) {
  const changes = [
    { ...patch, statusId },
    { statusId, sprintId: pickSprintId(testProject, c) },
    { sprintId: null, set: { priority: 2 } as const },
    { archive: true } as const,
  ]
  return changes[a % 4] ?? {}
}
