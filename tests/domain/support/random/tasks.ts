import type { TaskPatch } from '@/domain/task/commands'
import { one, type Scene, seen, sprintOf, type Wishes } from './scene'

/** Commands about tasks. */
export const TASKS: Wishes<
  | 'task.create'
  | 'task.edit'
  | 'task.move'
  | 'task.clone'
  | 'task.transfer'
  | 'task.nest'
  | 'task.archive'
  | 'task.restore'
  | 'task.plan'
  | 'task.bulk'
> = {
  'task.create': ({ pick: [a], statusId, place }) => ({
    type: 'task.create',
    taskId: `t${a % 30}`,
    taskType: 'task',
    statusId,
    place,
    title: 'A',
    description: 'x\n\ny',
  }),
  'task.edit': ({ about, patch }) => ({ type: 'task.edit', ...about, ...patch }),
  'task.move': ({ about, statusId, place, patch, pick: [a] }) => ({
    type: 'task.move',
    ...about,
    statusId,
    place,
    ...filled(patch, a),
  }),
  'task.clone': ({ world, taskId, statusId, pick: [a, b] }) => {
    const child = [...world.folded.tasks.values()].find((task) => task.parentId === taskId)
    const from = [taskId, ...(b % 2 && child ? [child.id] : [])]
    const copies = from.map((each, i) => ({ from: each, to: `k${(a + i) % 40}` }))
    return { type: 'task.clone', taskId, statusId, place: {}, copies }
  },
  'task.transfer': ({ about, pick: [, , c] }) => ({
    type: 'task.transfer',
    ...about,
    to: c % 2 ? 'nowhere' : 'elsewhere',
  }),
  'task.nest': ({ about, taskIds, pick: [, b, c] }) => ({
    type: 'task.nest',
    ...about,
    parentId: b % 3 === 2 ? null : one(taskIds, c),
  }),
  'task.archive': ({ about }) => ({ type: 'task.archive', ...about }),
  'task.restore': ({ about, statusId, place, pick: [, , c] }) => ({
    type: 'task.restore',
    ...about,
    ...(c % 2 ? { statusId } : {}),
    place,
  }),
  'task.plan': ({ world, behind, taskIds, taskId, place, pick: [, b, c] }) => {
    const several = taskIds.slice(0, 1 + (b % 3)).filter((id) => id !== taskId)
    const named = [taskId, ...(b % 2 ? several : [])]
    const tasks = named.map((id) => seen(world, id, behind))
    return { type: 'task.plan', tasks, sprintId: b % 3 ? sprintOf(world, c) : null, place }
  },
  'task.bulk': (scene) => {
    const { world, behind, taskIds, taskId } = scene
    const [, b, c] = scene.pick
    const named = taskIds.slice(b % 5, (b % 5) + 1 + (c % 4))
    const tasks = (named.length > 0 ? named : [taskId]).map((id) => seen(world, id, behind))
    return { type: 'task.bulk', tasks, change: changeOfMany(scene) }
  },
}

function filled({ set, add }: TaskPatch, n: number): TaskPatch {
  if (n % 2 === 0) return {}
  return { set: { estimate: set?.estimate, description: set?.description }, add }
}

function changeOfMany({ world, statusId, patch, pick: [a, , c] }: Scene) {
  const changes = [
    { ...patch, statusId },
    { statusId, sprintId: sprintOf(world, c) },
    { sprintId: null, set: { priority: 2 } as const },
    { archive: true } as const,
  ]
  return changes[a % 4] ?? {}
}
