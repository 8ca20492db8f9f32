import { closedLoop } from './load'
import { type BenchProject, send, type World } from './world'

/** Commands in flight at once. */
export const WRITERS = 64
export const MS = 3000
/** In the order in which tasks are made into them, one after the other. */
const COLUMNS = ['todo', 'in-progress', 'review', 'done']

/** Which of several sharers of a project takes which turns, so that each moves tasks of its own. */
export interface Share {
  first: number
  of: number
}

const ALL: Share = { first: 0, of: 1 }

/** Writers that each move a task to the top of another column at a time, as people do. */
export function through(
  world: World,
  projects: BenchProject[],
  writers = WRITERS,
  share: Share = ALL,
) {
  return closedLoop(writers, MS, async () => {
    const { project, taskId, statusId } = next(projects, share)
    const baseVersion = project.versions.get(taskId) ?? 1
    const place = { end: 'top' } as const
    const move = { type: 'task.move', taskId, baseVersion, statusId, place } as const
    const answer = await send(world, project.projectId, move)
    project.versions.set(taskId, answer.events[0]?.version ?? baseVersion)
    if (answer.outcome === 'refused') throw new Error(JSON.stringify(answer))
  })
}

let turn = 0

/** The next task to move, and where to: projects and their tasks in turn, each one column on. */
export function next(projects: BenchProject[], { first, of }: Share = ALL) {
  const project = projects[turn++ % projects.length] as BenchProject
  const lap = project.laps++ * of + first
  const { taskIds } = project
  const place = (lap * 7919) % taskIds.length
  const statusId = COLUMNS[(place + 1 + Math.floor(lap / taskIds.length)) % COLUMNS.length]
  return { project, taskId: taskIds[place] as string, statusId: statusId as string }
}
