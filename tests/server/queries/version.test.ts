import { v7 as newId } from 'uuid'
import { expect, it } from 'vitest'
import type { Id } from '@/domain/words'
import { enterProjectById } from '@/server/access/enter'
import { openedVersion, versions } from '@/server/queries/version'
import { testDatabase } from '../../support/database'
import { makeWorkspace } from '../../support/people'
import { makeProject } from '../../support/project'

const { owner } = await testDatabase()
const ann = await makeWorkspace()

async function world() {
  const window = await makeProject(ann)
  const scope = await enterProjectById(ann.account, window.projectId)
  if (!scope) throw new Error('The project is not there.')
  const version = async (name: string, baseVersion: number): Promise<Id> => {
    const versionId = newId()
    await window.send({ type: 'version.add', baseVersion, versionId, name })
    return versionId
  }
  const [one, two] = [await version('1.0', 1), await version('2.0', 2)]
  const task = async (statusId: string, fixVersions: Id[], seconds: number, parent?: Id) => {
    const taskId = await window.createTask({ statusId, title: `${statusId} ${seconds}` })
    if (fixVersions.length > 0) {
      await window.send({ type: 'task.edit', taskId, baseVersion: 1, add: { fixVersions } })
    }
    const times = { time_spent: seconds, remaining_estimate: 10, original_estimate: 60 }
    await owner`update task set ${owner({ ...times, parent_id: parent ?? null })} where id = ${taskId}`
    return taskId
  }
  return { window, scope, one, two, task }
}

it('gives the versions with their tasks by category, and the time of all below them', async () => {
  const { window, scope, one, two, task } = await world()
  const story = await task('todo', [one, two], 100)
  await task('in-progress', [one], 200)
  await task('review', [one], 300)
  await task('done', [one], 400)
  await task('todo', [], 1_000, story)
  const gone = await task('todo', [one], 5_000)
  await window.send({ type: 'task.archive', taskId: gone, baseVersion: 2 })
  const found = await versions(scope)
  expect(found.versions).toMatchObject([
    {
      ...{ id: one, name: '1.0', state: 'planned', releaseDate: null },
      work: { todo: 1, in_progress: 2, done: 1 },
      time: { spent: 7_000, remaining: 50, original: 360 },
    },
    {
      ...{ id: two, name: '2.0', work: { todo: 1, in_progress: 0, done: 0 } },
      time: { spent: 1_100, remaining: 20, original: 120 },
    },
  ])

  const opened = await openedVersion(scope, one)
  expect(opened?.version).toEqual(found.versions[0])
  expect(opened?.tasks.map(({ title, category }) => [title, category])).toEqual([
    ['todo 100', 'todo'],
    ['in-progress 200', 'in_progress'],
    ['review 300', 'in_progress'],
    ['done 400', 'done'],
  ])
  expect(opened?.tasks[0]).toMatchObject({ type: 'task', originalEstimate: 60, timeSpent: 100 })
})

it('knows nothing of what was removed, nor of what others have', async () => {
  const { window, scope, one, two } = await world()
  const others = await world()
  await window.send({ type: 'version.remove', baseVersion: 9, versionId: one, moveTo: null })
  expect((await versions(scope)).versions).toMatchObject([{ id: two, work: { done: 0 } }])
  expect(await openedVersion(scope, one)).toBeNull()
  expect(await openedVersion(scope, others.one)).toBeNull()
})

it('is released in one transaction, with what is not done moved on, and taken back whole', async () => {
  const { window, scope, one, two, task } = await world()
  const open = await task('todo', [one], 60)
  await task('done', [one], 60)
  const answer = await window.send({
    ...{ type: 'version.release', baseVersion: 3, versionId: one },
    ...{ releaseDate: '2031-05-01', moveTo: two },
  })
  expect(answer.events.map(({ type, taskId }) => [type, taskId])).toEqual([
    ['task.edited', open],
    ['version.edited', null],
  ])
  const after = await versions(scope)
  expect(after.versions).toMatchObject([
    { state: 'released', releaseDate: '2031-05-01', work: { todo: 0, done: 1 } },
    { state: 'planned', work: { todo: 1, done: 0 } },
  ])
  expect(after.seq).toBe(answer.events.at(-1)?.seq)
  const undoes = answer.events[0]?.commandId ?? ''
  expect((await window.send({ type: 'command.undo', undoes })).outcome).toBe('applied')
  expect((await versions(scope)).versions).toMatchObject([
    { state: 'planned', releaseDate: null, work: { todo: 1, done: 1 } },
    { work: { todo: 0 } },
  ])
})
