import { closedLoop } from './load'
import { type BenchProject, send, type World } from './world'

/** Commands in flight at once. */
export const WRITERS = 64
export const MS = 3000
const COLUMNS = ['todo', 'in-progress', 'review', 'done']

/** Which of several sharers of a project takes which turns, so that each moves tasks of its own. */
export interface Share {
  first: number
  of: number
}

/** Writers that each move a task to the top of another column at a time, as people do. */
export function through(
  world: World,
  projects: BenchProject[],
  writers = WRITERS,
  share: Share = { first: 0, of: 1 },
) {
  let turn = 0
  return closedLoop(writers, MS, async () => {
    const { project, taskId, statusId } = next(projects, turn++ * share.of + share.first)
    const baseVersion = project.versions.get(taskId) ?? 1
    const place = { end: 'top' } as const
    const move = { type: 'task.move', taskId, baseVersion, statusId, place } as const
    const answer = await send(world, project.projectId, move)
    project.versions.set(taskId, answer.events[0]?.version ?? baseVersion)
    if (answer.outcome === 'refused') throw new Error(JSON.stringify(answer))
  })
}

/** The task to move at some turn, and where to: every task in turn, and elsewhere each time. */
export function next(projects: BenchProject[], turn: number) {
  const project = projects[turn % projects.length] as BenchProject
  const lap = Math.floor(turn / projects.length)
  const taskId = project.taskIds[(lap * 7919) % project.taskIds.length] as string
  const statusId = COLUMNS[(lap + Math.floor(lap / project.taskIds.length)) % 4] as string
  return { project, taskId, statusId }
}
