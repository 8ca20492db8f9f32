import { describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import type { Id } from '@/domain/kernel/primitives'
import type { RankPosition } from '@/domain/kernel/rank'
import { planCommand, SprintFixture, sortedOutcomes } from '@/tests/support/sprintFixture'

const createSprintFixture = await SprintFixture.createFactory()

describe('concurrent re-ranking', () => {
  it('both tasks end nearest to the neighbours that remain', async () => {
    const fixture = await createSprintFixture()
    const { id, taskIds } = await fixture.createSprint('One', 6)
    const [a, b, c, d, e, f] = (await fixture.sectionTaskIds(id)) as [Id, Id, Id, Id, Id, Id]
    expect(taskIds).toHaveLength(6)
    // Ben moves `d` next to `b`, which Ann moves to the end.
    const answers = await fixture.sendTogether(
      planCommand([b], id, { after: f }, 2),
      planCommand([d], id, { after: b, before: c }, 2),
    )
    expect(sortedOutcomes(answers)).toEqual(['applied', 'applied'])
    const order = await fixture.sectionTaskIds(id)
    const [after, before] = [
      [a, c, e, f, b, d],
      [a, d, c, e, f, b],
    ]
    expect([after, before]).toContainEqual(order)
    await fixture.expectConsistent()
  })

  it('every task keeps one position when many are re-ranked concurrently', async () => {
    const fixture = await createSprintFixture()
    const { id, taskIds } = await fixture.createSprint('One', 8)
    const sends = taskIds.flatMap((taskId, i) => {
      const position = { after: taskIds[(i + 3) % 8] }
      return i % 2
        ? fixture.sendAsBen(planCommand([taskId], id, position, 2))
        : fixture.annClient.send(planCommand([taskId], id, position, 2))
    })
    for (const { outcome } of await Promise.all(sends)) expect(outcome).toMatch(/applied|unchanged/)
    const ranks = await database().sql`
      select count(distinct backlog_rank)::int as ranks from task where sprint_id = ${id}`
    expect(ranks[0]?.ranks).toBe(8)
    expect((await fixture.sectionTaskIds(id)).sort()).toEqual([...taskIds].sort())
    await fixture.expectConsistent()
  })

  it('a task goes to the end when its neighbour has just left, also on the board', async () => {
    const fixture = await createSprintFixture()
    const { id } = await fixture.createSprint('One', 3)
    const [a, b, c] = (await fixture.sectionTaskIds(id)) as [Id, Id, Id]
    // Commands that are sent in the same tick go into one batch in this order.
    const send = fixture.annClient.send.bind(fixture.annClient)
    await Promise.all([
      send(planCommand([a], null, {}, 2)),
      send(planCommand([b], id, { after: a }, 2)),
    ])
    expect(await fixture.sectionTaskIds(id)).toEqual([c, b])
    const move = (taskId: Id, statusId: string, position: RankPosition, baseVersion: number) =>
      ({ type: 'task.move', taskId, baseVersion, statusId, position }) as const
    await send(move(a, 'todo', { end: 'top' }, 3))
    await Promise.all([
      send(move(a, 'done', { end: 'top' }, 4)),
      send(move(b, 'todo', { after: a, end: 'bottom' }, 3)),
    ])
    const rows = await database().sql`
      select id from task where project_id = ${fixture.annClient.projectId} and status_id = 'todo'
      order by rank`
    expect(rows.at(-1)?.id).toBe(b)
    await fixture.expectConsistent()
  })

  it('a neighbour that a completed sprint has returned to the backlog is found', async () => {
    const fixture = await createSprintFixture()
    const { id, taskIds } = await fixture.createSprint('One', 1)
    const [again = ''] = taskIds
    const [a, b] = [await fixture.annClient.createTask(), await fixture.annClient.createTask()]
    await fixture.startSprint(id)
    await fixture.annClient.move(again, 2, 'done')
    const baseVersion = await fixture.projectVersion()
    await fixture.annClient.send({
      type: 'sprint.complete',
      baseVersion,
      sprintId: id,
      defaultDestination: null,
    })
    await fixture.annClient.move(again, 3, 'todo')
    await fixture.annClient.send(planCommand([b], null, { before: again }))
    const rows = await database().sql`
      select id from task where project_id = ${fixture.annClient.projectId} order by backlog_rank`
    expect(rows.map((row) => row.id)).toEqual([b, again, a])
  })

  it('a task is placed beside one that an earlier command of the batch took out of its sprint', async () => {
    const fixture = await createSprintFixture()
    const { annClient } = fixture
    const send = annClient.send.bind(annClient)
    for (const end of ['sprint.remove', 'sprint.complete'] as const) {
      const head = await annClient.createTask()
      const { id, taskIds } = await fixture.createSprint(end, 2)
      const [first, second] = taskIds as [Id, Id]
      if (end === 'sprint.complete') await fixture.startSprint(id)
      const [x, y] = [await annClient.createTask(), await annClient.createTask()]
      await send(planCommand([y, x], null))
      const [one, other] = [await annClient.createTask(), await annClient.createTask()]
      const ofSprint = { baseVersion: await fixture.projectVersion(), sprintId: id }
      // Commands that are sent in the same tick go into one batch in this order.
      const answers = await Promise.all([
        send(
          end === 'sprint.remove'
            ? { type: end, ...ofSprint }
            : { type: end, ...ofSprint, defaultDestination: null },
        ),
        send(planCommand([one], null, { before: first })),
        send(planCommand([other], null, { after: second })),
      ])
      expect(answers.map((each) => each.outcome)).toEqual(Array(3).fill('applied'))
      const backlog = await fixture.sectionTaskIds(null)
      expect(backlog.slice(-7)).toEqual([head, one, first, second, other, y, x])
    }
    await fixture.expectConsistent()
  })
})
