import { describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import type { Place } from '@/domain/rank'
import type { Id } from '@/domain/words'
import { outcomes, plan, Sprints } from '@/tests/support/sprints'

const newProject = await Sprints.maker()

describe('two who re-rank at once', () => {
  it('both get what they asked, nearest to the neighbours that are left', async () => {
    const world = await newProject()
    const { id, taskIds } = await world.sprint('One', 6)
    const [a, b, c, d, e, f] = (await world.section(id)) as [Id, Id, Id, Id, Id, Id]
    expect(taskIds).toHaveLength(6)
    // Ben wants `d` beside `b`, which ann puts last.
    const answers = await world.both(
      plan([b], id, { after: f }, 2),
      plan([d], id, { after: b, before: c }, 2),
    )
    expect(outcomes(answers)).toEqual(['applied', 'applied'])
    const order = await world.section(id)
    const [after, before] = [
      [a, c, e, f, b, d],
      [a, d, c, e, f, b],
    ]
    expect([after, before]).toContainEqual(order)
    await world.isTrue()
  })

  it('keep every task in one place, with many at once', async () => {
    const world = await newProject()
    const { id, taskIds } = await world.sprint('One', 8)
    const sends = taskIds.flatMap((taskId, i) => {
      const place = { after: taskIds[(i + 3) % 8] }
      return i % 2
        ? world.bens(plan([taskId], id, place, 2))
        : world.hers.send(plan([taskId], id, place, 2))
    })
    for (const { outcome } of await Promise.all(sends)) expect(outcome).toMatch(/applied|unchanged/)
    const ranks = await database().sql`
      select count(distinct plan_rank)::int as places from task where sprint_id = ${id}`
    expect(ranks[0]?.places).toBe(8)
    expect((await world.section(id)).sort()).toEqual([...taskIds].sort())
    await world.isTrue()
  })

  it('fall to the end when the neighbour has just left, on the board as well', async () => {
    const world = await newProject()
    const { id } = await world.sprint('One', 3)
    const [a, b, c] = (await world.section(id)) as [Id, Id, Id]
    // Sent in one turn, they go in one batch, in this order.
    const send = world.hers.send.bind(world.hers)
    await Promise.all([send(plan([a], null, {}, 2)), send(plan([b], id, { after: a }, 2))])
    expect(await world.section(id)).toEqual([c, b])
    const move = (taskId: Id, statusId: string, place: Place, baseVersion: number) =>
      ({ type: 'task.move', taskId, baseVersion, statusId, place }) as const
    await send(move(a, 'todo', { end: 'top' }, 3))
    await Promise.all([
      send(move(a, 'done', { end: 'top' }, 4)),
      send(move(b, 'todo', { after: a, end: 'bottom' }, 3)),
    ])
    const rows = await database().sql`
      select id from task where project_id = ${world.hers.projectId} and status_id = 'todo'
      order by rank`
    expect(rows.at(-1)?.id).toBe(b)
    await world.isTrue()
  })

  it('find their neighbour among what a completed sprint has left open again', async () => {
    const world = await newProject()
    const { id, taskIds } = await world.sprint('One', 1)
    const [again = ''] = taskIds
    const [a, b] = [await world.hers.createTask(), await world.hers.createTask()]
    await world.start(id)
    await world.hers.move(again, 2, 'done')
    const baseVersion = await world.version()
    await world.hers.send({ type: 'sprint.complete', baseVersion, sprintId: id, rest: null })
    await world.hers.move(again, 3, 'todo')
    await world.hers.send(plan([b], null, { before: again }))
    const rows = await database().sql`
      select id from task where project_id = ${world.hers.projectId} order by plan_rank`
    expect(rows.map((row) => row.id)).toEqual([b, again, a])
  })
})
