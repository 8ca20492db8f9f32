import { describe, expect, it } from 'vitest'
import type { Project } from '@/domain/project/project'
import { createTestProject, type TestProject } from './support/testProject'

/** Returns the target project, with other ids of statuses and other states of versions. */
function otherProjectOf(testProject: TestProject): Project {
  const [todo, doing, done] = testProject.project.statuses
  const statuses = [
    { ...todo, id: 's1', name: 'Open' },
    { ...doing, id: 's2', name: 'in progress' },
    { ...done, id: 's3', name: 'Shut' },
  ] as Project['statuses']
  const entry = (id: string, name: string) => ({ id, name, removedAt: null })
  return {
    ...testProject.project,
    ...{ id: 'elsewhere', key: 'BOR', statuses },
    components: [{ ...entry('there', 'api'), lead: null }],
    versions: [
      { ...entry('old', '1.0'), releaseDate: null, state: 'archived' },
      { ...entry('new', '2.0'), releaseDate: null, state: 'planned' },
    ],
  }
}

function projectWithOtherProject() {
  const testProject = createTestProject()
  testProject.otherProject = otherProjectOf(testProject)
  const go = (taskId: string, who = 'ben', how = {}) =>
    testProject.send(who, { type: 'task.transfer', taskId, to: 'elsewhere', ...how })
  return { testProject, go }
}

describe('a task as the target project receives it', () => {
  it('statuses, components and versions that are not archived are matched by name', () => {
    const { testProject: w, go } = projectWithOtherProject()
    w.send('ann', { type: 'component.add', componentId: 'here', name: 'API ' })
    for (const name of ['1.0', '2.0']) w.send('ann', { type: 'version.add', versionId: name, name })
    const [a, b] = [w.task({ statusId: 'in-progress' }), w.task({ statusId: 'done' })]
    const add = { components: ['here'], fixVersions: ['1.0', '2.0'] }
    w.send('ann', { type: 'task.edit', taskId: a, add })
    const [first] = go(a).transferredTasks ?? []
    expect(first?.seed).toMatchObject({
      statusId: 's2',
      components: ['there'],
      fixVersions: ['new'],
      droppedFields: { fixVersions: ['1.0'] },
    })
    // The target has no status called Done, so the first one in its category is used.
    expect(go(b).transferredTasks?.[0]?.seed).toMatchObject({ statusId: 's3', components: [] })
    expect(go(w.task()).transferredTasks?.[0]?.seed.droppedFields).toBeUndefined()
  })

  it('comments and worklogs are transferred, except deleted ones', () => {
    const { testProject: w, go } = projectWithOtherProject()
    const taskId = w.task()
    for (const commentId of ['c1', 'c2']) {
      w.send('cleo', { type: 'comment.add', taskId, commentId, body: commentId })
    }
    w.send('cleo', { type: 'comment.delete', taskId, commentId: 'c1' })
    const startedAt = '2031-01-01T00:00:00.000Z'
    const log = { type: 'worklog.add', taskId, seconds: 60, startedAt, note: 'x' } as const
    w.send('ben', { ...log, worklogId: 'w1', remaining: 'auto' })
    const { transferredTasks } = go(taskId)
    expect(transferredTasks?.[0]).toMatchObject({
      previousKey: 'ALO-1',
      comments: [{ author: 'cleo', body: 'c2' }],
      worklogs: [{ author: 'ben', seconds: 60, startedAt, note: 'x' }],
    })
  })
})

describe('transferring a task to another project', () => {
  it('a second transfer to the same project changes nothing, and to another one is rejected', () => {
    const { testProject: w, go } = projectWithOtherProject()
    const taskId = w.task()
    const { version } = w.taskById(taskId)
    go(taskId)
    expect(go(taskId, 'cleo', { baseVersion: version }).outcome).toBe('unchanged')
    const other = w.send('cleo', {
      type: 'task.transfer',
      taskId,
      to: 'third',
      baseVersion: version,
    })
    expect(other.rejection).toMatchObject({ code: 'archived', field: 'taskId' })
  })

  it('a transfer is rejected when the task and its subtasks exceed a WIP limit of the target', () => {
    const { testProject: w, go } = projectWithOtherProject()
    const there = otherProjectOf(w)
    const room = (taskCount: number) => {
      const statuses = there.statuses.map((each) => ({ ...each, wipLimit: 5, taskCount }))
      w.otherProject = { ...there, name: 'Borrowed', statuses }
    }
    const taskId = w.task({ statusId: 'in-progress' })
    w.task({ taskType: 'subtask', parentId: taskId, statusId: 'in-progress' })
    room(4)
    const rejection = { code: 'wip-limit', field: 'to' }
    const result = go(taskId)
    expect(result).toMatchObject({ outcome: 'rejected', rejection })
    expect(result.rejection?.message).toContain(
      'in progress of Borrowed has no room for 2 more (4 of 5)',
    )
    room(3)
    expect(go(taskId).outcome).toBe('applied')
  })

  it('a transfer cannot be applied by resolving a conflict', () => {
    const { testProject: w, go } = projectWithOtherProject()
    const taskId = w.task()
    const { version } = w.taskById(taskId)
    w.send('ann', { type: 'task.archive', taskId })
    const { conflict } = go(taskId, 'ben', { baseVersion: version })
    const conflictId = conflict?.id ?? ''
    const mine = w.send('ben', { type: 'conflict.resolve', conflictId, choice: 'mine' })
    expect(mine.rejection?.message).toBe('Restore the task, then move it again.')
    const theirs = w.send('ben', { type: 'conflict.resolve', conflictId, choice: 'theirs' })
    expect(theirs.outcome).toBe('applied')
  })
})
