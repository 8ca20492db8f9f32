import { expect, onTestFinished, test, vi } from 'vitest'
import { database } from '@/db/client'
import type { Id } from '@/domain/words'
import { round } from '@/server/subscribers/round'
import { startSubscribers } from '@/server/subscribers/start'
import type { Batch, Subscriber } from '@/server/subscribers/subscriber'
import { testDatabase } from '@/tests/support/database'
import { makeWorkspace } from '@/tests/support/people'
import { makeProject } from '@/tests/support/project'

const { appUrl, owner } = await testDatabase()

let made = 0

/** A subscriber that notes what it is told. */
function noting(options: Partial<Subscriber> = {}, before: (batch: Batch) => unknown = () => {}) {
  const heard: { projectId: Id; seq: number }[] = []
  const subscriber: Subscriber = {
    name: `noting-${++made}`,
    from: 'start',
    most: 100,
    async handle(batch) {
      await before(batch)
      heard.push(...batch.events.map(({ projectId, seq }) => ({ projectId, seq })))
      return undefined
    },
    ...options,
  }
  const of = (projectId: Id) => heard.filter((e) => e.projectId === projectId).map((e) => e.seq)
  return { subscriber, of }
}

function run(...subscribers: Subscriber[]) {
  const running = startSubscribers({ url: appUrl, subscribers, report: () => {} })
  onTestFinished(() => running.stop())
  return running
}

async function checkpoint(subscriber: Subscriber, projectId: Id): Promise<number> {
  const [row] = await owner`
    select seq from checkpoint where subscriber = ${subscriber.name} and project_id = ${projectId}`
  return Number(row?.seq ?? -1)
}

const upTo = (seq: number) => Array.from({ length: seq }, (_, i) => i + 1)

test('it hears the whole log in order, then what comes, and keeps its place', async () => {
  const project = await makeProject(await makeWorkspace())
  for (let i = 0; i < 7; i++) await project.createTask()
  const { subscriber, of } = noting({ most: 3 })
  const running = run(subscriber)
  await vi.waitFor(() => expect(of(project.projectId)).toEqual(upTo(8)))
  await project.createTask()
  await vi.waitFor(() => expect(of(project.projectId)).toEqual(upTo(9)))
  await running.stop()
  expect(await checkpoint(subscriber, project.projectId)).toBe(9)
})

test('one that begins now passes over the past, but not over a project that begins later', async () => {
  const ada = await makeWorkspace()
  const old = await makeProject(ada)
  await old.createTask()
  const { subscriber, of } = noting({ from: 'now' })
  run(subscriber)
  await vi.waitFor(async () => expect(await checkpoint(subscriber, old.projectId)).toBe(2))
  await old.createTask()
  const young = await makeProject(ada)
  await young.createTask()
  await vi.waitFor(() => {
    expect(of(old.projectId)).toEqual([3])
    expect(of(young.projectId)).toEqual([1, 2])
  })
})

test('when it fails it gets the same events again, and nothing of the failed round is kept', async () => {
  const project = await makeProject(await makeWorkspace())
  await project.createTask()
  let failures = 0
  const { subscriber, of } = noting({}, async ({ sql, projectId, events }) => {
    if (projectId !== project.projectId) return
    await sql`
      insert into checkpoint (subscriber, project_id, seq)
      values (${`mark-${subscriber.name}`}, ${projectId}, ${events.length})`
    if (failures++ < 2) throw new Error('Not yet')
  })
  run(subscriber)
  await vi.waitFor(() => expect(of(project.projectId)).toEqual(upTo(2)), { timeout: 5_000 })
  expect(failures).toBe(3)
  const marks = await owner`
    select seq from checkpoint where subscriber = ${`mark-${subscriber.name}`}`
  expect(marks).toHaveLength(1)
})

test('of several processes one handles each batch', async () => {
  const project = await makeProject(await makeWorkspace())
  let inside = 0
  const { subscriber, of } = noting({ most: 2 }, async ({ sql, projectId }) => {
    if (projectId !== project.projectId) return
    expect(++inside).toBe(1)
    await sql`select pg_sleep(0.005)`
    inside--
  })
  run(subscriber)
  run(subscriber)
  run(subscriber)
  await Promise.all(Array.from({ length: 30 }, () => project.createTask()))
  await vi.waitFor(() => expect(of(project.projectId)).toEqual(upTo(31)), { timeout: 10_000 })
})

test('those that are stuck in every project they may hold never keep another waiting', async () => {
  const ada = await makeWorkspace()
  const projects = [await makeProject(ada), await makeProject(ada), await makeProject(ada)]
  let go = () => {}
  const gate = new Promise<void>((open) => {
    go = open
  })
  const stuck = [noting({}, () => gate), noting({}, () => gate)]
  const { subscriber, of } = noting()
  run(...stuck.map((each) => each.subscriber), subscriber)
  await vi.waitFor(() => {
    for (const { projectId } of projects) expect(of(projectId)).toEqual([1])
  })
  for (const { projectId } of projects)
    expect(stuck.flatMap((each) => each.of(projectId))).toEqual([])
  go()
  await vi.waitFor(() => {
    for (const { projectId } of projects)
      expect(stuck.map((each) => each.of(projectId))).toEqual([[1], [1]])
  })
})

test('one that gathers takes what came while it rested at once, and only what it follows', async () => {
  const project = await makeProject(await makeWorkspace())
  const sizes: number[] = []
  const gathers = { gathersMs: 300, types: ['task.created'] as const }
  const { subscriber, of } = noting(gathers, ({ projectId, events }) => {
    if (projectId === project.projectId) sizes.push(events.length)
  })
  run(subscriber)
  await vi.waitFor(async () => expect(await checkpoint(subscriber, project.projectId)).toBe(1))
  const taskId = await project.createTask()
  await project.move(taskId, 1, 'done')
  for (let i = 0; i < 4; i++) await project.createTask()
  await vi.waitFor(() => expect(of(project.projectId)).toEqual([2, 4, 5, 6, 7]))
  expect(sizes.length).toBeLessThan(5)
  await vi.waitFor(async () => expect(await checkpoint(subscriber, project.projectId)).toBe(7))
})

test('what was written without a wake is found by sweeping', async () => {
  const project = await makeProject(await makeWorkspace())
  const { subscriber, of } = noting()
  run(subscriber)
  await vi.waitFor(() => expect(of(project.projectId)).toEqual([1]))
  const { concordWake } = globalThis as unknown as { concordWake: Set<unknown> }
  const listeners = [...concordWake]
  concordWake.clear()
  await project.createTask()
  expect(of(project.projectId)).toEqual([1])
  await vi.waitFor(() => expect(of(project.projectId)).toEqual([1, 2]), { timeout: 6_000 })
  for (const each of listeners) concordWake.add(each)
})

test('what was written in an earlier way is made anew, once, whatever number of processes there are', async () => {
  const project = await makeProject(await makeWorkspace())
  const { projectId } = project
  await project.createTask()
  const old = noting()
  const before = run(old.subscriber)
  await vi.waitFor(() => expect(old.of(projectId)).toEqual(upTo(2)))
  await before.stop()

  let forgotten = 0
  const forget = async (_: unknown, id: Id) => {
    if (id === projectId) forgotten++
  }
  const { subscriber, of } = noting({ name: old.subscriber.name, version: 2, forget })
  run(subscriber)
  run(subscriber)
  await vi.waitFor(() => expect(of(projectId)).toEqual(upTo(2)))
  await project.createTask()
  await vi.waitFor(() => expect(of(projectId)).toEqual(upTo(3)))
  expect(forgotten).toBe(1)

  // A server from before the update, which still runs, leaves it to those that know better.
  await project.createTask()
  await round(database().sql, old.subscriber, projectId)
  await vi.waitFor(() => expect(of(projectId)).toEqual(upTo(4)))
  expect(old.of(projectId)).toEqual(upTo(2))
  expect(forgotten).toBe(1)
})
