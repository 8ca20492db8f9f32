import type { Id } from '@/domain/kernel/primitives'
import type { Sprint } from '@/domain/sprint/sprint'
import { sectionOf } from './rankRanges'
import { createTestProject, required, type TestProject } from './testProject'

export const DATES = { startDate: '2031-02-03', endDate: '2031-02-14' } as const

/** Creates a sprint with tasks as Ann; returns the ids. */
export function createSprintWithTasks(testProject: TestProject, sprintId: Id, tasks: number) {
  testProject.send('ann', { type: 'sprint.create', sprintId, name: sprintId })
  const taskIds = Array.from({ length: tasks }, (_, i) =>
    testProject.task({ taskId: `${sprintId} ${i + 1}`, title: `${i + 1}` }),
  )
  if (tasks > 0) planTasks(testProject, 'ann', taskIds, sprintId)
  return taskIds
}

/** Plans tasks, at their current versions, in a sprint or the backlog. */
export function planTasks(
  testProject: TestProject,
  who: Id,
  ids: Id[],
  sprintId: Id | null,
  position: object = {},
) {
  const tasks = ids.map((taskId) => ({ taskId, baseVersion: testProject.taskById(taskId).version }))
  return testProject.send(who, { type: 'task.plan', tasks, sprintId, position })
}

/** Creates a project with an active sprint `one` of three tasks and a planned sprint `two`. */
export function projectWithRunningSprint(): TestProject {
  const testProject = createTestProject()
  createSprintWithTasks(testProject, 'one', 3)
  testProject.send('ann', { type: 'sprint.start', sprintId: 'one', ...DATES })
  createSprintWithTasks(testProject, 'two', 0)
  return testProject
}

/** Returns the current state of a sprint. */
export const sprintById = (testProject: TestProject, id: Id): Sprint =>
  required(testProject.project.sprints.find((each) => each.id === id))

/** Returns the ids of the tasks in a sprint, or in the backlog (null), in backlog order. */
export const sectionTaskIds = (testProject: TestProject, id: Id | null): Id[] =>
  sectionOf(testProject.projectState, id).map((task) => task.id)
