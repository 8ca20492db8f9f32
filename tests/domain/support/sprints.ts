import type { Id } from '@/domain/kernel/primitives'
import type { Sprint } from '@/domain/sprint/sprint'
import { sectionOf } from './rankRanges'
import { createTestProject, required, type TestProject } from './testProject'

export const DATES = { startDate: '2031-02-03', endDate: '2031-02-14' } as const

/** A new sprint of ann's with tasks of ann's in it; gives its id and theirs. */
export function createSprintWithTasks(testProject: TestProject, sprintId: Id, tasks: number) {
  testProject.send('ann', { type: 'sprint.create', sprintId, name: sprintId })
  const taskIds = Array.from({ length: tasks }, (_, i) =>
    testProject.task({ taskId: `${sprintId} ${i + 1}`, title: `${i + 1}` }),
  )
  if (tasks > 0) planTasks(testProject, 'ann', taskIds, sprintId)
  return taskIds
}

/** Puts tasks, as they are now, into a sprint or the backlog. */
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

/** A project whose sprint `one` runs with three tasks, and whose sprint `two` is planned. */
export function projectWithRunningSprint(): TestProject {
  const testProject = createTestProject()
  createSprintWithTasks(testProject, 'one', 3)
  testProject.send('ann', { type: 'sprint.start', sprintId: 'one', ...DATES })
  createSprintWithTasks(testProject, 'two', 0)
  return testProject
}

/** The sprint as it stands. */
export const sprintById = (testProject: TestProject, id: Id): Sprint =>
  required(testProject.project.sprints.find((each) => each.id === id))

/** Ids of what a sprint, or the backlog, holds, in planning order. */
export const sectionTaskIds = (testProject: TestProject, id: Id | null): Id[] =>
  sectionOf(testProject.projectState, id).map((task) => task.id)
