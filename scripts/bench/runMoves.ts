import { closedLoop } from './closedLoop'
import { type BenchFixture, type BenchProject, sendCommand } from './fixtures'

/** Number of concurrent commands. */
export const WRITERS = 64
export const DURATION_MS = 3000
/** New tasks are spread over these columns in this order. */
const STATUS_IDS = ['todo', 'in-progress', 'review', 'done']

/** The share of a process when several work on one project, so that each moves tasks of its own. */
export interface TaskShare {
  index: number
  count: number
}

const ALL_TASKS: TaskShare = { index: 0, count: 1 }

/** Runs writers that each move one task at a time to the top of another column. */
export function runMoves(
  fixture: BenchFixture,
  projects: BenchProject[],
  writers = WRITERS,
  share: TaskShare = ALL_TASKS,
) {
  return closedLoop(writers, DURATION_MS, async () => {
    const { project, taskId, statusId } = nextMove(projects, share)
    const baseVersion = project.versions.get(taskId) ?? 1
    const position = { end: 'top' } as const
    const move = { type: 'task.move', taskId, baseVersion, statusId, position } as const
    const answer = await sendCommand(fixture, project.projectId, move)
    project.versions.set(taskId, answer.events[0]?.version ?? baseVersion)
    if (answer.outcome === 'rejected') throw new Error(JSON.stringify(answer))
  })
}

let turnCount = 0

/**
 * Returns the next task to move and its target: projects and their tasks in turn, each one column
 * further.
 */
export function nextMove(projects: BenchProject[], { index, count }: TaskShare = ALL_TASKS) {
  const project = projects[turnCount++ % projects.length] as BenchProject
  const moveNumber = project.moveCount++ * count + index
  const { taskIds } = project
  const taskIndex = (moveNumber * 7919) % taskIds.length
  const statusId =
    STATUS_IDS[(taskIndex + 1 + Math.floor(moveNumber / taskIds.length)) % STATUS_IDS.length]
  return { project, taskId: taskIds[taskIndex] as string, statusId: statusId as string }
}
