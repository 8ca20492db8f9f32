import { describe, expect, it } from 'vitest'
import { given, present } from './support/given'

function talk() {
  const world = given()
  const taskId = world.task()
  const about = { taskId, commentId: 'c' }
  world.send('ben', { type: 'comment.add', ...about, body: 'First\n\nSecond' })
  return { world, taskId, about, comment: () => present(world.folded.comments.get('c')) }
}

describe('comments', () => {
  it('are added, rewritten and taken back by their author', () => {
    const { world, taskId, about, comment } = talk()
    expect(world.at(taskId)).toMatchObject({ comments: 1, version: 2 })
    world.send('ben', { type: 'comment.edit', ...about, body: 'Once' })
    expect(comment()).toMatchObject({ body: 'Once', author: 'ben', deletedAt: null })
    expect(comment().editedAt).not.toBeNull()
    world.send('ben', { type: 'comment.delete', ...about })
    expect(comment().body).toBe('')
    expect(world.at(taskId)).toMatchObject({ comments: 0, version: 4 })
  })

  it('never clash with one another', () => {
    const { world, taskId } = talk()
    const late = { taskId, commentId: 'd', body: 'Me too', baseVersion: 1 }
    expect(world.send('cleo', { type: 'comment.add', ...late }).outcome).toBe('merged')
    expect(world.at(taskId).comments).toBe(2)
  })

  it('belong to their author alone', () => {
    const { world, about } = talk()
    const edit = world.send('cleo', { type: 'comment.edit', ...about, body: 'Mine' })
    expect(edit.refusal?.code).toBe('forbidden')
    expect(world.send('ann', { type: 'comment.delete', ...about }).refusal?.code).toBe('forbidden')
  })

  it('need text, an id of their own, and the task that they are on', () => {
    const { world, about } = talk()
    const other = world.task()
    const send = (body: string, more: object) =>
      world.send('ben', { type: 'comment.add', ...about, body, ...more }).refusal?.code
    expect(send('x', {})).toBe('id-taken')
    expect(send(' \n', { commentId: 'd' })).toBe('invalid')
    const elsewhere = { ...about, taskId: other, body: 'x' }
    expect(world.send('ben', { type: 'comment.edit', ...elsewhere }).refusal?.code).toBe(
      'not-found',
    )
    const blank = world.send('ben', { type: 'comment.edit', ...about, body: '' })
    expect(blank.refusal?.field).toBe('body')
  })

  it('are merged by line when their author edits them in two windows', () => {
    const { world, about, comment } = talk()
    world.send('ben', { type: 'comment.edit', ...about, body: 'First!\n\nSecond' })
    const late = { ...about, body: 'First\n\nSecond!', baseVersion: 2 }
    const end = world.send('ben', { type: 'comment.edit', ...late }, { client: 'phone' })
    expect(end.outcome).toBe('merged')
    expect(comment().body).toBe('First!\n\nSecond!')
  })

  it('clash where both windows change the same line, or one deletes it', () => {
    const { world, about } = talk()
    world.send('ben', { type: 'comment.edit', ...about, body: 'Eins\n\nSecond' })
    const late = { type: 'comment.edit', ...about, body: 'Un\n\nSecond', baseVersion: 2 } as const
    const end = world.send('ben', late, { client: 'phone' })
    const theirs = 'Eins\n\nSecond'
    expect(end.conflict).toMatchObject({
      reason: 'changed',
      fields: [{ field: 'comment c', base: 'First\n\nSecond', theirs, mine: late.body }],
    })
    world.send('ben', { type: 'comment.delete', ...about })
    expect(world.send('ben', late, { client: 'phone' }).conflict?.reason).toBe('deleted')
  })

  it('that were gone before are not found, whatever else was deleted since', () => {
    const { world, taskId, about } = talk()
    world.send('ben', { type: 'comment.delete', ...about })
    const seen = world.at(taskId).version
    world.send('cleo', { type: 'comment.add', taskId, commentId: 'd', body: 'x' })
    world.send('cleo', { type: 'comment.delete', taskId, commentId: 'd' })
    const end = world.send('ben', { type: 'comment.edit', ...about, body: 'y', baseVersion: seen })
    expect(end.refusal?.code).toBe('not-found')
  })

  it('are deleted once', () => {
    const { world, about } = talk()
    world.send('ben', { type: 'comment.delete', ...about })
    const end = world.send('ben', { type: 'comment.delete', ...about })
    expect(end).toMatchObject({ outcome: 'unchanged', events: [] })
  })
})
