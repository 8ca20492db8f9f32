import { describe, expect, it } from 'vitest'
import { projectOf } from '@/server/access/enter'
import type { ProjectScope } from '@/server/access/scope'
import { findTasks } from '@/server/queries/findTasks'
import { marks } from '@/server/queries/marks'
import { relations } from '@/server/queries/relations'
import { testDatabase } from '../../support/database'
import { makeWorkspace, type TestPerson } from '../../support/people'
import { makeProject, type Window } from '../../support/project'
import { storedLinks, storedProject } from '../../support/stored'

await testDatabase()
const ann = await makeWorkspace()
const eve = await makeWorkspace()

async function open(person: TestPerson) {
  const mine = await makeProject(person)
  const key = (await storedProject(mine.projectId)).project?.key ?? ''
  const scope = (await projectOf(person.scope, key)) as ProjectScope
  return { mine, key, scope }
}

const link = (window: Window, taskId: string, to: string, how: 'add' | 'remove' = 'add') =>
  window.send({ type: 'task.edit', taskId, baseVersion: 1, [how]: { links: [to] } })

describe('what stands below a task', () => {
  it('adds up on it, children done by children, points by points', async () => {
    const { mine, scope } = await open(ann)
    const epic = await mine.createTask({ taskType: 'epic', title: 'Epic' })
    const first = await mine.createTask({ parentId: epic, estimate: 3 })
    await mine.createTask({ parentId: epic, estimate: 5 })
    const gone = await mine.createTask({ parentId: epic, estimate: 8 })
    await mine.createTask({ parentId: first })
    await mine.move(first, 1, 'done')
    await mine.send({ type: 'task.archive', taskId: gone, baseVersion: 1 })
    const found = await relations(scope, epic)
    expect(found?.progress).toEqual({ done: 1, all: 2, donePoints: 3, points: 8 })
    expect(found?.children.map((each) => each.status.category)).toEqual(['done', 'todo'])
    const { marks: all } = await marks(scope, [epic, first, gone])
    expect(all[epic]).toMatchObject({ progress: { done: 1, all: 2 }, parent: null })
    expect(all[first]).toMatchObject({ parent: { title: 'Epic' }, progress: { done: 0, all: 1 } })
  })
})

describe('links', () => {
  it('show on both sides, once each, and say who holds them', async () => {
    const { mine, key, scope } = await open(ann)
    const other = await open(ann)
    const [a, b] = [await mine.createTask({ title: 'A' }), await mine.createTask({ title: 'B' })]
    const c = await other.mine.createTask({ title: 'C' })
    await link(mine, a, `blocks:${key}-2`)
    await link(mine, b, `is-blocked-by:${key}-1`)
    await link(other.mine, c, `is-caused-by:${key}-1`)
    expect((await relations(scope, a))?.ties).toMatchObject([
      { kind: 'blocks', key: `${key}-2`, task: { title: 'B' }, held: { here: true, there: true } },
      { kind: 'causes', key: `${other.key}-1`, held: { here: false, there: true } },
    ])
    expect((await relations(other.scope, c))?.ties).toMatchObject([
      { kind: 'is-caused-by', task: { title: 'A', projectId: mine.projectId } },
    ])
    await link(mine, a, `blocks:${key}-2`, 'remove')
    expect((await relations(scope, b))?.ties).toMatchObject([
      { held: { here: true, there: false } },
    ])
    const { kept, held } = await storedLinks(mine.projectId)
    expect(kept).toEqual(held)
  })

  it('block until what blocks is done, whichever side says so and in whatever project', async () => {
    const { mine, key, scope } = await open(ann)
    const other = await open(ann)
    const [a, b] = [await mine.createTask(), await mine.createTask()]
    const c = await other.mine.createTask()
    await link(mine, a, `is-blocked-by:${key}-2`)
    await link(other.mine, c, `blocks:${key}-1`)
    const blockers = async () => (await marks(scope, [a])).marks[a]?.blockers
    expect(await blockers()).toEqual([
      { key: `${other.key}-1`, done: false },
      { key: `${key}-2`, done: false },
    ])
    await mine.move(b, 1, 'done')
    await other.mine.send({ type: 'task.archive', taskId: c, baseVersion: 2 })
    expect((await blockers())?.map((each) => each.done)).toEqual([true, true])
  })

  it('to a project of another workspace tell nothing', async () => {
    const { mine, key, scope } = await open(ann)
    const hers = await open(eve)
    const secret = await hers.mine.createTask({ title: 'Secret' })
    const task = await mine.createTask()
    await link(mine, task, `is-blocked-by:${hers.key}-1`)
    await link(mine, task, 'relates:NONE-1')
    await link(mine, task, 'relates:NONE-99999999999999')
    const ties = (await relations(scope, task))?.ties ?? []
    expect(ties.map((tie) => tie.task)).toEqual([null, null, null])
    expect((await marks(scope, [task])).marks).toEqual({})
    await link(hers.mine, secret, `blocks:${key}-1`)
    expect((await relations(scope, task))?.ties).toHaveLength(3)
    expect((await marks(scope, [task])).marks).toEqual({})
    expect(await relations(scope, secret)).toBeNull()
    expect(await findTasks(ann.scope, { text: 'secret' })).toEqual([])
  })
})

it('finds tasks by key, by title and by type, over all projects', async () => {
  const { mine, key, scope } = await open(ann)
  await mine.createTask({ title: 'Zebra crossing' })
  const late = await mine.createTask({ title: 'Paint the zebra', taskType: 'story' })
  const gone = await mine.createTask({ title: 'Zebra' })
  await mine.send({ type: 'task.archive', taskId: gone, baseVersion: 1 })
  const keys = async (search: Parameters<typeof findTasks>[1]) =>
    (await findTasks(ann.scope, search)).map((each) => each.key)
  expect(await keys({ text: ' ZEBRA ' })).toEqual([`${key}-2`, `${key}-1`])
  expect(await keys({ text: `${key}-1`.toLowerCase() })).toEqual([`${key}-1`])
  expect(await keys({ text: 'zebra', types: ['story'] })).toEqual([`${key}-2`])
  expect(await keys({ text: '', projectId: scope.projectId })).toHaveLength(2)
  expect(late).toBeDefined()
})
