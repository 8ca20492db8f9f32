import type { Id } from '@/domain/words'
import { given, type World } from './given'
import type { Wish } from './log'

/** Takes back a command; `rest`: what can be where not all of it can. */
export const undo = (undoes: Id, rest?: boolean): Wish => ({ type: 'command.undo', undoes, rest })

/** What can be compared before and after: whether something is archived or removed, not since when. */
export function rows(world: World) {
  const { tasks, comments, project } = world.folded
  const passing = new Set(['version', 'updatedAt', 'editedAt'])
  const all = { tasks: [...tasks.values()], comments: [...comments.values()], project }
  return JSON.parse(
    JSON.stringify(all, (name, value) => {
      if (passing.has(name)) return undefined
      return /^(archived|deleted|removed)At$/.test(name) ? value !== null : value
    }),
  )
}

/** A project with two tasks, a sprint and a comment of ben's. */
export function filled() {
  const world = given()
  const [a, b] = [world.task(), world.task()]
  world.send('ann', { type: 'sprint.create', sprintId: 's', name: 'One' })
  world.send('ben', { type: 'comment.add', taskId: a, commentId: 'c', body: 'Hello' })
  for (const versionId of ['v', 'w']) {
    world.send('ann', { type: 'version.add', versionId, name: versionId })
  }
  world.send('ann', { type: 'component.add', componentId: 'k', name: 'API' })
  world.send('ben', { type: 'task.edit', taskId: a, add: { fixVersions: ['v'] } })
  return { world, a, b }
}

/** Puts a task into a sprint or the backlog. */
export const plan = (taskId: Id, sprintId: Id | null): Wish => ({
  type: 'task.plan',
  tasks: [{ taskId, baseVersion: 99 }],
  sprintId,
  place: {},
})
