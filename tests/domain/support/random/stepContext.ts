import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { RankPosition } from '@/domain/kernel/rank'
import type { TestCommand } from '../testLog'
import type { TestProject } from '../testProject'
import type { CommandStep, RandomCommandType } from './step'

/**
 * The input of a step: a task, a status and a position, and the versions that its sender has seen.
 */
export interface StepContext extends CommandStep {
  testProject: TestProject
  taskIds: Id[]
  statusIds: StatusId[]
  taskId: Id
  statusId: StatusId
  position: RankPosition
  /** The task at the version that the sender has seen. */
  taskRef: { taskId: Id; baseVersion: number }
  /** The version of the project that the sender has seen. */
  baseVersion: number
}

/** A builder for each kind of command. */
export type RandomCommands<K extends RandomCommandType> = {
  [T in K]: (context: StepContext) => Extract<TestCommand, { type: T }>
}

/** Returns the input of a step for the current state of the project. */
export function stepContextOf(step: CommandStep, testProject: TestProject): StepContext {
  const [a, b, c] = step.pick
  const taskIds = [...testProject.projectState.tasks.keys()]
  const statusIds = testProject.project.statuses.map((status) => status.id)
  const taskId = pickFrom(taskIds, a)
  const neighbour = pickFrom(taskIds, c)
  const positions = [{ after: neighbour }, { before: neighbour }, { end: 'top' as const }, {}]
  return {
    ...step,
    testProject,
    taskIds,
    statusIds,
    taskId,
    statusId: pickFrom(statusIds, b),
    position: positions[c % 4] ?? {},
    taskRef: staleTaskRef(testProject, taskId, step.versionsBehind),
    baseVersion: olderVersion(testProject.project.version, step.versionsBehind),
  }
}

/** Returns the nth id, wrapping around at the end; an unknown id when there is none. */
export const pickFrom = (ids: string[], n: number) => ids[n % ids.length] ?? 'none'

/** Returns an earlier version, at least 1. */
export const olderVersion = (version: number | undefined, behind: number) =>
  Math.max(1, (version ?? 1) - behind)

/** Returns a reference to a task at an earlier version. */
export const staleTaskRef = ({ projectState }: TestProject, taskId: Id, behind: number) => ({
  taskId,
  baseVersion: olderVersion(projectState.tasks.get(taskId)?.version, behind),
})

/** Returns the id of the nth sprint in any state. */
export const pickSprintId = ({ project }: TestProject, n: number) =>
  pickFrom(
    project.sprints.map((sprint) => sprint.id),
    n,
  )
