import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/domain/kernel/primitives'
import { createTestProject, required } from './support/testProject'

function projectWithComment() {
  const testProject = createTestProject()
  const taskId = testProject.task()
  const about = { taskId, commentId: 'c' }
  testProject.send('ben', { type: 'comment.add', ...about, body: 'First\n\nSecond' })
  return {
    testProject,
    taskId,
    about,
    comment: () => required(testProject.projectState.comments.get('c')),
  }
}

describe('comments', () => {
  it('the author can add, edit and delete a comment', () => {
    const { testProject, taskId, about, comment } = projectWithComment()
    expect(testProject.taskById(taskId)).toMatchObject({ commentCount: 1, version: 2 })
    testProject.send('ben', { type: 'comment.edit', ...about, body: 'Once' })
    expect(comment()).toMatchObject({ body: 'Once', author: 'ben', deletedAt: null })
    expect(comment().editedAt).not.toBeNull()
    testProject.send('ben', { type: 'comment.delete', ...about })
    expect(comment().body).toBe('')
    expect(testProject.taskById(taskId)).toMatchObject({ commentCount: 0, version: 4 })
  })

  it('concurrent comments do not conflict', () => {
    const { testProject, taskId } = projectWithComment()
    const late = { taskId, commentId: 'd', body: 'Me too', baseVersion: 1 }
    expect(testProject.send('cleo', { type: 'comment.add', ...late }).outcome).toBe('merged')
    expect(testProject.taskById(taskId).commentCount).toBe(2)
  })

  it('only its author can edit or delete a comment', () => {
    const { testProject, about } = projectWithComment()
    const edit = testProject.send('cleo', { type: 'comment.edit', ...about, body: 'Mine' })
    expect(edit.rejection?.code).toBe('forbidden')
    expect(testProject.send('ann', { type: 'comment.delete', ...about }).rejection?.code).toBe(
      'forbidden',
    )
  })

  it('a comment without text, with a known id or on another task is rejected', () => {
    const { testProject, about } = projectWithComment()
    const other = testProject.task()
    const send = (body: string, more: object) =>
      testProject.send('ben', { type: 'comment.add', ...about, body, ...more }).rejection?.code
    expect(send('x', {})).toBe('id-taken')
    expect(send(' \n', { commentId: 'd' })).toBe('invalid')
    const elsewhere = { ...about, taskId: other, body: 'x' }
    expect(testProject.send('ben', { type: 'comment.edit', ...elsewhere }).rejection?.code).toBe(
      'not-found',
    )
    const blank = testProject.send('ben', { type: 'comment.edit', ...about, body: '' })
    expect(blank.rejection?.field).toBe('body')
  })

  it('edits of a comment in two windows are merged by line', () => {
    const { testProject, about, comment } = projectWithComment()
    testProject.send('ben', { type: 'comment.edit', ...about, body: 'First!\n\nSecond' })
    const late = { ...about, body: 'First\n\nSecond!', baseVersion: 2 }
    const end = testProject.send('ben', { type: 'comment.edit', ...late }, { client: 'phone' })
    expect(end.outcome).toBe('merged')
    expect(comment().body).toBe('First!\n\nSecond!')
  })

  it('edits of the same line or of a deleted comment conflict', () => {
    const { testProject, about } = projectWithComment()
    testProject.send('ben', { type: 'comment.edit', ...about, body: 'Eins\n\nSecond' })
    const late = { type: 'comment.edit', ...about, body: 'Un\n\nSecond', baseVersion: 2 } as const
    const end = testProject.send('ben', late, { client: 'phone' })
    const theirs = 'Eins\n\nSecond'
    expect(end.conflict).toMatchObject({
      reason: 'changed',
      fields: [{ field: 'comment c', base: 'First\n\nSecond', theirs, mine: late.body }],
    })
    testProject.send('ben', { type: 'comment.delete', ...about })
    expect(testProject.send('ben', late, { client: 'phone' }).conflict?.reason).toBe('deleted')
  })

  it('an edit of a comment that was already deleted is rejected as not found', () => {
    const { testProject, taskId, about } = projectWithComment()
    testProject.send('ben', { type: 'comment.delete', ...about })
    const seen = testProject.taskById(taskId).version
    testProject.send('cleo', { type: 'comment.add', taskId, commentId: 'd', body: 'x' })
    testProject.send('cleo', { type: 'comment.delete', taskId, commentId: 'd' })
    const end = testProject.send('ben', {
      type: 'comment.edit',
      ...about,
      body: 'y',
      baseVersion: seen,
    })
    expect(end.rejection?.code).toBe('not-found')
  })

  it('deleting a comment a second time changes nothing', () => {
    const { testProject, about } = projectWithComment()
    testProject.send('ben', { type: 'comment.delete', ...about })
    const end = testProject.send('ben', { type: 'comment.delete', ...about })
    expect(end).toMatchObject({ outcome: 'unchanged', events: [] })
  })

  it('edits whose merged text would exceed the limit of comments conflict', () => {
    const { testProject, about } = projectWithComment()
    const half = 'x'.repeat(LIMITS.comment / 2)
    testProject.send('ben', { type: 'comment.edit', ...about, body: `${half}\n\nSecond` })
    const late = { ...about, body: `First\n\n${half}`, baseVersion: 2 }
    const end = testProject.send('ben', { type: 'comment.edit', ...late }, { client: 'phone' })
    expect(end.conflict?.fields).toMatchObject([{ field: 'comment c' }])
  })
})
