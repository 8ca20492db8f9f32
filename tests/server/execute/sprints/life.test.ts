import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import type { Id } from '@/domain/words'
import { outcomes, plan, Sprints } from '@/tests/support/sprints'

const newProject = await Sprints.maker()

describe('a sprint’s life', () => {
  it('keeps the committed scope of its start, through reopening and a second end', async () => {
    const world = await newProject()
    const { id, taskIds } = await world.sprint('One', 2)
    const [a = '', b = ''] = taskIds
    const started = await world.start(id)
    const scope = started.events.find((e) => e.type === 'sprint.started')?.data
    await world.hers.send({ type: 'task.edit', taskId: a, baseVersion: 2, set: { estimate: 5 } })
    await world.hers.send(plan([b], null, {}, 2))
    const complete = { type: 'sprint.complete', sprintId: id, rest: null } as const
    await world.hers.send({ ...complete, baseVersion: await world.version() })
    expect(await world.state(id)).toBe('closed')
    const reopen = { type: 'sprint.reopen', sprintId: id } as const
    await world.hers.send({ ...reopen, baseVersion: await world.version() })
    expect(await world.state(id)).toBe('active')
    const late = await world.hers.createTask()
    expect((await world.hers.send(plan([late], id))).outcome).toBe('applied')
    await world.hers.send({ ...complete, baseVersion: await world.version() })
    const log = await database().sql`
      select data from event where project_id = ${world.hers.projectId} and type = 'sprint.started'`
    expect(log.map((row) => row.data)).toEqual([scope])
    expect(scope).toMatchObject({
      scope: [
        { taskId: a, estimate: null },
        { taskId: b, estimate: null },
      ],
    })
    await world.isTrue()
  })

  it('ends by deletion before it has started, and its tasks return', async () => {
    const world = await newProject()
    const { id, taskIds } = await world.sprint('One', 2)
    const baseVersion = await world.version()
    const remove = { type: 'sprint.remove', baseVersion, sprintId: id } as const
    expect(outcomes(await world.both(remove, remove))).toEqual(['applied', 'unchanged'])
    expect((await world.section(null)).sort()).toEqual([...taskIds].sort())
    const { conflict } = await world.hers.send(plan([taskIds[0] ?? ''], id, {}, 3))
    expect(conflict).toMatchObject({ reason: 'sprint-closed' })
    await world.isTrue()
  })
})

describe('completing a sprint', () => {
  it('sends each task where its choice says, into a new sprint too', async () => {
    const world = await newProject()
    const { id, taskIds } = await world.sprint('One', 4)
    const [done, back, next, rest] = (await world.section(id)) as [Id, Id, Id, Id]
    expect(taskIds).toHaveLength(4)
    const two = await world.sprint('Two', 0)
    await world.start(id)
    await world.hers.move(done, 2, 'done')
    const sprintId = newId()
    const answer = await world.hers.send({
      type: 'sprint.complete',
      baseVersion: await world.version(),
      sprintId: id,
      rest: sprintId,
      choices: [
        { taskId: back, to: null },
        { taskId: next, to: two.id },
        { taskId: done, to: null },
      ],
      create: { sprintId, name: 'Three' },
    })
    expect(answer.outcome).toBe('applied')
    expect(await Promise.all([id, null, two.id, sprintId].map((to) => world.section(to)))).toEqual([
      [done],
      [back],
      [next],
      [rest],
    ])
    await world.isTrue()
  })

  it('with 500 open tasks is one transaction and under a second', { timeout: 60_000 }, async () => {
    const world = await newProject()
    const { id } = await world.sprint('One', 500)
    await world.start(id)
    const baseVersion = await world.version()
    const before = performance.now()
    const answer = await world.hers.send({
      type: 'sprint.complete',
      baseVersion,
      sprintId: id,
      rest: null,
    })
    const took = performance.now() - before
    expect(answer.events).toHaveLength(501)
    expect(took).toBeLessThan(1_000)
    const [written] = await database().sql`
      select count(distinct xmin::text)::int as transactions from event
      where command_id = ${answer.commandId}`
    expect(written?.transactions).toBe(1)
    expect(await world.section(null)).toHaveLength(500)
    await world.isTrue()
  })
})
