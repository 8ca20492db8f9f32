import { describe, expect, it } from 'vitest'
import type { Id } from '@/domain/kernel/primitives'
import { expectLogInvariants, expectProjectInvariants } from './support/invariants'
import { createTestProject } from './support/testProject'

function projectWithFamily() {
  const testProject = createTestProject()
  const parent = testProject.task({ taskId: 'parent', labels: ['api'] })
  const child = testProject.task({ taskId: 'child', parentId: parent })
  const clone = (copies: { from: Id; to: Id }[]) =>
    testProject.send('ben', {
      type: 'task.clone',
      taskId: parent,
      statusId: 'done',
      position: {},
      copies,
    })
  return { testProject, parent, child, clone }
}

describe('copying a task', () => {
  it('a task is copied with the named children', () => {
    const { testProject, parent, child, clone } = projectWithFamily()
    const end = clone([
      { from: parent, to: 'copy' },
      { from: child, to: 'child copy' },
    ])
    expect(end.outcome).toBe('applied')
    expect(testProject.taskById('copy')).toMatchObject({ labels: ['api'], links: ['clones:ALO-1'] })
    expect(testProject.taskById('child copy').parentId).toBe('copy')
    expect(testProject.status('done').taskCount).toBe(2)
    expectProjectInvariants(testProject)
    expectLogInvariants(testProject)
  })

  it.each([
    [
      'two copies have the same id',
      [
        { from: 'parent', to: 'copy' },
        { from: 'child', to: 'copy' },
      ],
    ],
    [
      'a task is copied twice',
      [
        { from: 'parent', to: 'copy' },
        { from: 'parent', to: 'other' },
      ],
    ],
  ])('copying is rejected when %s, and the count of the column stays right', (_name, copies) => {
    const { testProject, clone } = projectWithFamily()
    expect(clone(copies).rejection).toMatchObject({ code: 'invalid', field: 'copies' })
    expect(testProject.status('done').taskCount).toBe(0)
    expectProjectInvariants(testProject)
  })

  it('only the task itself and its children that are not archived can be copied', () => {
    const { testProject, parent, child, clone } = projectWithFamily()
    testProject.send('ben', { type: 'task.archive', taskId: child })
    const end = clone([
      { from: parent, to: 'copy' },
      { from: child, to: 'child copy' },
    ])
    expect(end.rejection?.message).toBe(
      'Only the task and its children can be copied, unless they are archived.',
    )
  })
})
