import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { makeWorkspace } from '@/tests/support/people'
import { makeProject, TestClient } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

await testDatabase()
const ann = await makeWorkspace()

describe('the command queue', () => {
  it('a command that the database rejects fails alone', async () => {
    const client = await makeProject(ann)
    const bad = client.createTask({ title: 'nul \u0000 byte' })
    const good = Promise.all([client.createTask(), client.createTask()])
    await expect(bad).rejects.toThrow()
    expect(await good).toHaveLength(2)
  })

  it('a failing command among many is isolated in a few attempts', async () => {
    const client = await makeProject(ann)
    const titles = Array.from({ length: 64 }, (_, i) =>
      i === 40 ? 'nul \u0000 byte' : `Task ${i}`,
    )
    const all = await Promise.allSettled(titles.map((title) => client.createTask({ title })))
    expect(all.filter((each) => each.status === 'rejected')).toHaveLength(1)
    const [commits] = await database().sql`
      select count(distinct xmin::text)::int as count, count(*)::int as tasks from task
      where project_id = ${client.projectId}`
    expect(commits).toMatchObject({ tasks: 63 })
    expect(commits?.count).toBeLessThan(10)
  })

  it('commands for several projects are committed together, each into its own log', async () => {
    const windows = await Promise.all(Array.from({ length: 10 }, () => makeProject(ann)))
    const answers = await Promise.all(windows.map((client) => client.createTask()))
    expect(new Set(answers).size).toBe(10)
    const ids = windows.map((client) => client.projectId)
    const [commits] = await database().sql`
      select count(distinct xmin::text)::int as count from task where project_id = any(${ids})`
    expect(commits?.count).toBeLessThan(5)
    const logs = await database().sql`
      select array_agg(seq::int order by seq) as seqs from event
      where project_id = any(${ids}) group by project_id`
    expect(logs.map((log) => log.seqs)).toEqual(ids.map(() => [1, 2]))
  })

  it('a failing command in one project does not affect the others', async () => {
    const [one, other] = await Promise.all([makeProject(ann), makeProject(ann)])
    const bad = one.createTask({ title: 'nul \u0000 byte' })
    const good = Promise.all([one.createTask(), other.createTask()])
    await expect(bad).rejects.toThrow()
    expect(await good).toHaveLength(2)
  })

  it('a command is rejected when ten thousand others wait for its project', async () => {
    const client = new TestClient(ann, newId())
    const archive = { type: 'task.archive', taskId: newId(), baseVersion: 1 } as const
    const all = await Promise.allSettled(Array.from({ length: 10_002 }, () => client.send(archive)))
    const rejected = all.filter((each) => each.status === 'rejected')
    expect(rejected.map((each) => each.reason.kind)).toEqual(['rate-limited', 'rate-limited'])
    expect((await client.send(archive)).rejection?.code).toBe('not-found')
  })
})
