import type { Id } from '@/domain/kernel/primitives'
import type { TestCommand } from './testLog'
import { createTestProject, type TestProject } from './testProject'

/** Returns a command that undoes another; `partial` allows undoing only a part of it. */
export const undoCommand = (undoneCommandId: Id, partial?: boolean): TestCommand => ({
  type: 'command.undo',
  undoneCommandId,
  partial,
})

/**
 * Returns the rows in a comparable form: whether something is archived, completed or removed, but
 * not since when.
 */
export function comparableRows(testProject: TestProject) {
  const { tasks, comments, project } = testProject.projectState
  const passing = new Set(['version', 'updatedAt', 'editedAt'])
  const all = { tasks: [...tasks.values()], comments: [...comments.values()], project }
  return JSON.parse(
    JSON.stringify(all, (name, value) => {
      if (passing.has(name)) return undefined
      return /^(archived|completed|deleted|removed)At$/.test(name) ? value !== null : value
    }),
  )
}

/** Creates a project with two tasks, a sprint and a comment by Ben. */
export function filledProject() {
  const testProject = createTestProject()
  const [a, b] = [testProject.task(), testProject.task()]
  testProject.send('ann', { type: 'sprint.create', sprintId: 's', name: 'One' })
  testProject.send('ben', { type: 'comment.add', taskId: a, commentId: 'c', body: 'Hello' })
  for (const versionId of ['v', 'w']) {
    testProject.send('ann', { type: 'version.add', versionId, name: versionId })
  }
  testProject.send('ann', { type: 'component.add', componentId: 'k', name: 'API' })
  testProject.send('ben', { type: 'task.edit', taskId: a, add: { fixVersions: ['v'] } })
  return { testProject, a, b }
}

/** Returns a command that plans a task in a sprint or the backlog. */
export const planCommand = (taskId: Id, sprintId: Id | null): TestCommand => ({
  type: 'task.plan',
  tasks: [{ taskId, baseVersion: 99 }],
  sprintId,
  position: {},
})
