import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { RankPosition } from '@/domain/kernel/rank'
import type { TestCommand } from '../testLog'
import type { TestProject } from '../testProject'
import type { CommandStep, RandomCommandType } from './step'

/** What a step finds when it is taken: a task, a status and a place, and the versions it has seen. */
export interface StepContext extends CommandStep {
  testProject: TestProject
  taskIds: Id[]
  statusIds: StatusId[]
  taskId: Id
  statusId: StatusId
  position: RankPosition
  /** The task, as its sender has seen it. */
  taskRef: { taskId: Id; baseVersion: number }
  /** The version of the project that its sender has seen. */
  baseVersion: number
}

/** For each kind of command, the one that a scene comes to. */
export type RandomCommands<K extends RandomCommandType> = {
  [T in K]: (context: StepContext) => Extract<TestCommand, { type: T }>
}

/** What a step chooses from, as the project stands. */
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

/** The nth of some ids, counted round and round; of none, one that nothing has. */
export const pickFrom = (ids: string[], n: number) => ids[n % ids.length] ?? 'none'

/** An earlier version, at least the first. */
export const olderVersion = (version: number | undefined, behind: number) =>
  Math.max(1, (version ?? 1) - behind)

/** A task as somebody has seen it who is so many versions behind. */
export const staleTaskRef = ({ projectState }: TestProject, taskId: Id, behind: number) => ({
  taskId,
  baseVersion: olderVersion(projectState.tasks.get(taskId)?.version, behind),
})

/** The nth sprint, started or not. */
export const pickSprintId = ({ project }: TestProject, n: number) =>
  pickFrom(
    project.sprints.map((sprint) => sprint.id),
    n,
  )
