import { v7 as newId } from 'uuid'
import { expect, it } from 'vitest'
import type { Id } from '@/domain/kernel/primitives'
import { authorizeProjectById } from '@/server/access/authorize'
import { loadVersion, loadVersions } from '@/server/queries/versions'
import { makeWorkspace } from '@/tests/support/people'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

const { owner } = await testDatabase()
const ann = await makeWorkspace()

async function createFixture() {
  const client = await makeProject(ann)
  const scope = await authorizeProjectById(ann.account, client.projectId)
  if (!scope) throw new Error('The project is not there.')
  const version = async (name: string, baseVersion: number): Promise<Id> => {
    const versionId = newId()
    await client.send({ type: 'version.add', baseVersion, versionId, name })
    return versionId
  }
  const [one, two] = [await version('1.0', 1), await version('2.0', 2)]
  const task = async (statusId: string, fixVersions: Id[], seconds: number, parent?: Id) => {
    const taskId = await client.createTask({ statusId, title: `${statusId} ${seconds}` })
    if (fixVersions.length > 0) {
      await client.send({ type: 'task.edit', taskId, baseVersion: 1, add: { fixVersions } })
    }
    const times = { time_spent: seconds, remaining_estimate: 10, original_estimate: 60 }
    await owner`update task set ${owner({ ...times, parent_id: parent ?? null })} where id = ${taskId}`
    return taskId
  }
  return { window: client, scope, one, two, task }
}

it('versions are returned with their tasks by category and the time of all descendants', async () => {
  const { window: client, scope, one, two, task } = await createFixture()
  const story = await task('todo', [one, two], 100)
  await task('in-progress', [one], 200)
  await task('review', [one], 300)
  await task('done', [one], 400)
  await task('todo', [], 1_000, story)
  const gone = await task('todo', [one], 5_000)
  await client.send({ type: 'task.archive', taskId: gone, baseVersion: 2 })
  const found = await loadVersions(scope)
  expect(found.versions).toMatchObject([
    {
      ...{ id: one, name: '1.0', state: 'planned', releaseDate: null },
      taskCounts: { todo: 1, in_progress: 2, done: 1 },
      time: { spent: 7_000, remaining: 50, original: 360 },
    },
    {
      ...{ id: two, name: '2.0', taskCounts: { todo: 1, in_progress: 0, done: 0 } },
      time: { spent: 1_100, remaining: 20, original: 120 },
    },
  ])

  const opened = await loadVersion(scope, one)
  expect(opened?.version).toEqual(found.versions[0])
  expect(opened?.tasks.map(({ title, category }) => [title, category])).toEqual([
    ['todo 100', 'todo'],
    ['in-progress 200', 'in_progress'],
    ['review 300', 'in_progress'],
    ['done 400', 'done'],
  ])
  expect(opened?.tasks[0]).toMatchObject({ type: 'task', originalEstimate: 60, timeSpent: 100 })
})

it('removed and foreign data does not count', async () => {
  const { window: client, scope, one, two } = await createFixture()
  const others = await createFixture()
  await client.send({ type: 'version.remove', baseVersion: 9, versionId: one, moveTo: null })
  expect((await loadVersions(scope)).versions).toMatchObject([{ id: two, taskCounts: { done: 0 } }])
  expect(await loadVersion(scope, one)).toBeNull()
  expect(await loadVersion(scope, others.one)).toBeNull()
})

it('a release moves unfinished tasks in one transaction and is undone completely', async () => {
  const { window: client, scope, one, two, task } = await createFixture()
  const open = await task('todo', [one], 60)
  await task('done', [one], 60)
  const answer = await client.send({
    ...{ type: 'version.release', baseVersion: 3, versionId: one },
    ...{ releaseDate: '2031-05-01', moveTo: two },
  })
  expect(answer.events.map(({ type, taskId }) => [type, taskId])).toEqual([
    ['task.edited', open],
    ['version.edited', null],
  ])
  const after = await loadVersions(scope)
  expect(after.versions).toMatchObject([
    { state: 'released', releaseDate: '2031-05-01', taskCounts: { todo: 0, done: 1 } },
    { state: 'planned', taskCounts: { todo: 1, done: 0 } },
  ])
  expect(after.seq).toBe(answer.events.at(-1)?.seq)
  const undoneCommandId = answer.events[0]?.commandId ?? ''
  expect((await client.send({ type: 'command.undo', undoneCommandId })).outcome).toBe('applied')
  expect((await loadVersions(scope)).versions).toMatchObject([
    { state: 'planned', releaseDate: null, taskCounts: { todo: 1, done: 1 } },
    { taskCounts: { todo: 0 } },
  ])
})
