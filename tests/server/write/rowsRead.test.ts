import { v7 as newId } from 'uuid'
import { expect, it } from 'vitest'
import { closeDatabase } from '@/db/client'
import type { Command } from '@/domain/commands'
import type { Id } from '@/domain/kernel/primitives'
import { makeWorkspace } from '@/tests/support/people'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

const { owner } = await testDatabase()

const BATCH_SIZE = 100
const MAX_ROWS_PER_COMMAND = 20

// PostgreSQL has no statistics of this new project, as after an import or in a young workspace. It
// must not choose a plan that reads the whole project to find one task.
it('a command reads as few rows of a large project as of a small one', async () => {
  const project = await makeProject(await makeWorkspace())
  const taskIds = Array.from({ length: 15 * BATCH_SIZE }, () => newId())
  const chosen = taskIds.filter((_, i) => i % 15 === 7)
  const neighbourOf = (id: Id) => taskIds[taskIds.indexOf(id) + 1]
  const commentIds = new Map(chosen.map((id) => [id, newId()]))
  const rowsPerCommand: Record<string, number> = {}
  const measure = async <T>(name: string, ids: Id[], change: (id: Id) => Promise<T>) => {
    const before = await rowsRead()
    const results: T[] = []
    for (let at = 0; at < ids.length; at += BATCH_SIZE)
      results.push(...(await Promise.all(ids.slice(at, at + BATCH_SIZE).map(change))))
    rowsPerCommand[name] = ((await rowsRead()) - before) / ids.length
    return results
  }
  const measureCommand = async (name: string, commandOn: (id: Id) => Command) => {
    const results = await measure(name, chosen, (id) => project.send(commandOn(id)))
    expect(results.filter(({ outcome }) => outcome === 'rejected')).toEqual([])
    return results
  }

  await measure('create', taskIds, (taskId) => project.createTask({ taskId }))
  await measureCommand('move to an end', (taskId) => ({
    type: 'task.move',
    ...{ taskId, baseVersion: 1, statusId: 'review', position: { end: 'top' } },
  }))
  const moves = await measureCommand('move beside', (taskId) => ({
    type: 'task.move',
    ...{ taskId, baseVersion: 2, statusId: 'todo', position: { after: neighbourOf(taskId) } },
  }))
  await measureCommand('plan beside', (taskId) => ({
    type: 'task.plan',
    tasks: [{ taskId, baseVersion: 3 }],
    sprintId: null,
    position: { before: neighbourOf(taskId) },
  }))
  await measureCommand('edit', (taskId) => ({
    type: 'task.edit',
    ...{ taskId, baseVersion: 4, set: { title: 'Another title' } },
  }))
  await measureCommand('comment', (taskId) => ({
    type: 'comment.add',
    ...{ taskId, baseVersion: 5, commentId: commentIds.get(taskId) ?? '', body: 'A comment' },
  }))
  await measureCommand('edit a comment', (taskId) => ({
    type: 'comment.edit',
    ...{ taskId, baseVersion: 6, commentId: commentIds.get(taskId) ?? '', body: 'Another text' },
  }))
  const movedBy = new Map(chosen.map((id, i) => [id, moves[i]?.commandId ?? '']))
  await measureCommand('undo a move', (taskId) => ({
    type: 'command.undo',
    undoneCommandId: movedBy.get(taskId) ?? '',
  }))

  const tooMany = Object.entries(rowsPerCommand).filter(([, rows]) => rows > MAX_ROWS_PER_COMMAND)
  expect(tooMany, JSON.stringify(rowsPerCommand)).toEqual([])
})

/** Returns how many rows the closed connections of the app have read so far. */
async function rowsRead(): Promise<number> {
  // A connection counts what it has read when it ends.
  await closeDatabase()
  await expect.poll(openConnections).toBe(0)
  const [row] = await owner<{ count: number }[]>`
    select (sum(seq_tup_read) + (select sum(idx_tup_read) from pg_stat_user_indexes))::float8 as count
    from pg_stat_user_tables`
  return row?.count ?? Number.NaN
}

async function openConnections(): Promise<number> {
  const [row] = await owner<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and usename = 'concord_app'`
  return row?.count ?? Number.NaN
}
