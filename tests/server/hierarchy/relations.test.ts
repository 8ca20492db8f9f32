import { describe, expect, it } from 'vitest'
import { authorizeProjectInWorkspace } from '@/server/access/authorize'
import type { ProjectScope } from '@/server/access/scope'
import { loadCardBadges } from '@/server/queries/cardBadges'
import { findTasks } from '@/server/queries/findTasks'
import { loadRelations } from '@/server/queries/relations'
import { execute } from '@/server/write/execute'
import { storedLinks, storedProject } from '@/tests/support/storedProject'
import { makeProject, type TestClient } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'
import { transferEnvelope } from '@/tests/support/transfers'
import { makeWorkspace, type TestPerson } from '../../support/people'

await testDatabase()
const ann = await makeWorkspace()
const eve = await makeWorkspace()

async function openProject(person: TestPerson) {
  const mine = await makeProject(person)
  const key = (await storedProject(mine.projectId)).project?.key ?? ''
  const scope = (await authorizeProjectInWorkspace(person.scope, key)) as ProjectScope
  return { mine, key, scope }
}

const editLink = (client: TestClient, taskId: string, to: string, how: 'add' | 'remove' = 'add') =>
  client.send({ type: 'task.edit', taskId, baseVersion: 1, [how]: { links: [to] } })

describe('the children of a task', () => {
  it('the progress of a task counts its children and their points', async () => {
    const { mine, scope } = await openProject(ann)
    const epic = await mine.createTask({ taskType: 'epic', title: 'Epic' })
    const first = await mine.createTask({ parentId: epic, estimate: 3 })
    await mine.createTask({ parentId: epic, estimate: 5 })
    const gone = await mine.createTask({ parentId: epic, estimate: 8 })
    await mine.createTask({ parentId: first })
    await mine.move(first, 1, 'done')
    await mine.send({ type: 'task.archive', taskId: gone, baseVersion: 1 })
    const found = await loadRelations(scope, epic)
    expect(found?.progress).toEqual({ done: 1, total: 2, donePoints: 3, totalPoints: 8 })
    expect(found?.children.map((each) => each.status.category)).toEqual(['done', 'todo'])
    const { badges } = await loadCardBadges(scope, [epic, first, gone])
    expect(badges[epic]).toMatchObject({ progress: { done: 1, total: 2 }, parent: null })
    expect(badges[first]).toMatchObject({
      parent: { title: 'Epic' },
      progress: { done: 0, total: 1 },
    })
  })
})

describe('links between tasks', () => {
  it('a link shows on both tasks once and says which of them stores it', async () => {
    const { mine, key, scope } = await openProject(ann)
    const other = await openProject(ann)
    const [a, b] = [await mine.createTask({ title: 'A' }), await mine.createTask({ title: 'B' })]
    const c = await other.mine.createTask({ title: 'C' })
    await editLink(mine, a, `blocks:${key}-2`)
    await editLink(mine, b, `is-blocked-by:${key}-1`)
    await editLink(other.mine, c, `is-caused-by:${key}-1`)
    expect((await loadRelations(scope, a))?.links).toMatchObject([
      {
        kind: 'blocks',
        key: `${key}-2`,
        task: { title: 'B' },
        storedOn: { thisTask: true, otherTask: true },
      },
      { kind: 'causes', key: `${other.key}-1`, storedOn: { thisTask: false, otherTask: true } },
    ])
    expect((await loadRelations(other.scope, c))?.links).toMatchObject([
      { kind: 'is-caused-by', task: { title: 'A', projectId: mine.projectId } },
    ])
    await editLink(mine, a, `blocks:${key}-2`, 'remove')
    expect((await loadRelations(scope, b))?.links).toMatchObject([
      { storedOn: { thisTask: true, otherTask: false } },
    ])
    const { stored, recomputed } = await storedLinks(mine.projectId)
    expect(stored).toEqual(recomputed)
  })

  it('a link blocks until the blocking task is done, in either direction and across projects', async () => {
    const { mine, key, scope } = await openProject(ann)
    const other = await openProject(ann)
    const [a, b] = [await mine.createTask(), await mine.createTask()]
    const c = await other.mine.createTask()
    await editLink(mine, a, `is-blocked-by:${key}-2`)
    await editLink(other.mine, c, `blocks:${key}-1`)
    const blockers = async () => (await loadCardBadges(scope, [a])).badges[a]?.blockers
    expect(await blockers()).toEqual([
      { key: `${other.key}-1`, done: false },
      { key: `${key}-2`, done: false },
    ])
    await mine.move(b, 1, 'done')
    await other.mine.send({ type: 'task.archive', taskId: c, baseVersion: 2 })
    expect((await blockers())?.map((each) => each.done)).toEqual([true, true])
  })

  it('a card shows a blocking link after its task was transferred, once, as the task page does', async () => {
    const { mine, key, scope } = await openProject(ann)
    const [target, later] = [await openProject(ann), await openProject(ann)]
    const [blocked, blocker] = [await mine.createTask(), await mine.createTask()]
    await editLink(mine, blocker, `blocks:${key}-1`)
    await editLink(mine, blocked, `is-blocked-by:${key}-2`)

    await execute(ann.scope, transferEnvelope(mine.projectId, blocker, target.mine.projectId))
    const blockersOn = async ({ scope }: { scope: ProjectScope }, taskId: string) => ({
      card: (await loadCardBadges(scope, [taskId])).badges[taskId]?.blockers,
      page: (await loadRelations(scope, taskId))?.links.map(({ kind, key }) => ({ kind, key })),
    })
    const expected = {
      card: [{ key: `${target.key}-1`, done: false }],
      page: [{ kind: 'is-blocked-by', key: `${target.key}-1` }],
    }
    expect(await blockersOn({ scope }, blocked)).toEqual(expected)

    await execute(ann.scope, transferEnvelope(mine.projectId, blocked, target.mine.projectId))
    const moved = [...(await storedProject(target.mine.projectId)).tasks.values()]
    const movedId = moved.find((each) => each.number === 2)?.id ?? ''
    expect(await blockersOn(target, movedId)).toEqual(expected)

    await execute(ann.scope, transferEnvelope(target.mine.projectId, movedId, later.mine.projectId))
    const laterId = [...(await storedProject(later.mine.projectId)).tasks.keys()][0] ?? ''
    expect(await blockersOn(later, laterId)).toEqual(expected)
  })

  it('a link to a project of another workspace reveals nothing', async () => {
    const { mine, key, scope } = await openProject(ann)
    const evesProject = await openProject(eve)
    const secret = await evesProject.mine.createTask({ title: 'Secret' })
    const task = await mine.createTask()
    await editLink(mine, task, `is-blocked-by:${evesProject.key}-1`)
    await editLink(mine, task, 'relates:NONE-1')
    await editLink(mine, task, 'relates:NONE-99999999999999')
    const links = (await loadRelations(scope, task))?.links ?? []
    expect(links.map((link) => link.task)).toEqual([null, null, null])
    expect((await loadCardBadges(scope, [task])).badges).toEqual({})
    await editLink(evesProject.mine, secret, `blocks:${key}-1`)
    expect((await loadRelations(scope, task))?.links).toHaveLength(3)
    expect((await loadCardBadges(scope, [task])).badges).toEqual({})
    expect(await loadRelations(scope, secret)).toBeNull()
    expect(await findTasks(ann.scope, { text: 'secret' })).toEqual([])
  })
})

it('tasks are found by key, title and type across all projects', async () => {
  const { mine, key, scope } = await openProject(ann)
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
