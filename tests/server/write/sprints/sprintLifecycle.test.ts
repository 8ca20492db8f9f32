import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import type { Id } from '@/domain/kernel/primitives'
import { planCommand, SprintFixture, sortedOutcomes } from '@/tests/support/sprintFixture'

const createSprintFixture = await SprintFixture.createFactory()

describe('the lifecycle of a sprint', () => {
  it('the commitment of the start survives reopening and a second completion', async () => {
    const fixture = await createSprintFixture()
    const { id, taskIds } = await fixture.createSprint('One', 2)
    const [a = '', b = ''] = taskIds
    const started = await fixture.startSprint(id)
    const scope = started.events.find((e) => e.type === 'sprint.started')?.data
    await fixture.annClient.send({
      type: 'task.edit',
      taskId: a,
      baseVersion: 2,
      set: { estimate: 5 },
    })
    await fixture.annClient.send(planCommand([b], null, {}, 2))
    const complete = { type: 'sprint.complete', sprintId: id, defaultDestination: null } as const
    await fixture.annClient.send({ ...complete, baseVersion: await fixture.projectVersion() })
    expect(await fixture.sprintState(id)).toBe('closed')
    const reopen = { type: 'sprint.reopen', sprintId: id } as const
    await fixture.annClient.send({ ...reopen, baseVersion: await fixture.projectVersion() })
    expect(await fixture.sprintState(id)).toBe('active')
    const late = await fixture.annClient.createTask()
    expect((await fixture.annClient.send(planCommand([late], id))).outcome).toBe('applied')
    await fixture.annClient.send({ ...complete, baseVersion: await fixture.projectVersion() })
    const log = await database().sql`
      select data from event where project_id = ${fixture.annClient.projectId} and type = 'sprint.started'`
    expect(log.map((row) => row.data)).toEqual([scope])
    expect(scope).toMatchObject({
      scope: [
        { taskId: a, estimate: null },
        { taskId: b, estimate: null },
      ],
    })
    await fixture.expectConsistent()
  })

  it('deleting a planned sprint returns its tasks to the backlog', async () => {
    const fixture = await createSprintFixture()
    const { id, taskIds } = await fixture.createSprint('One', 2)
    const baseVersion = await fixture.projectVersion()
    const remove = { type: 'sprint.remove', baseVersion, sprintId: id } as const
    expect(sortedOutcomes(await fixture.sendTogether(remove, remove))).toEqual([
      'applied',
      'unchanged',
    ])
    expect((await fixture.sectionTaskIds(null)).sort()).toEqual([...taskIds].sort())
    const { conflict } = await fixture.annClient.send(planCommand([taskIds[0] ?? ''], id, {}, 3))
    expect(conflict).toMatchObject({ reason: 'sprint-closed' })
    await fixture.expectConsistent()
  })
})

describe('completing a sprint', () => {
  it('each task goes to its chosen destination, also into a new sprint', async () => {
    const fixture = await createSprintFixture()
    const { id, taskIds } = await fixture.createSprint('One', 4)
    const [done, back, next, rest] = (await fixture.sectionTaskIds(id)) as [Id, Id, Id, Id]
    expect(taskIds).toHaveLength(4)
    const two = await fixture.createSprint('Two', 0)
    await fixture.startSprint(id)
    await fixture.annClient.move(done, 2, 'done')
    const sprintId = newId()
    const answer = await fixture.annClient.send({
      type: 'sprint.complete',
      baseVersion: await fixture.projectVersion(),
      sprintId: id,
      defaultDestination: sprintId,
      destinations: [
        { taskId: back, to: null },
        { taskId: next, to: two.id },
        { taskId: done, to: null },
      ],
      newSprint: { sprintId, name: 'Three' },
    })
    expect(answer.outcome).toBe('applied')
    expect(
      await Promise.all([id, null, two.id, sprintId].map((to) => fixture.sectionTaskIds(to))),
    ).toEqual([[done], [back], [next], [rest]])
    await fixture.expectConsistent()
  })

  it('completing a sprint is undone and redone together with the moves of its tasks', async () => {
    const fixture = await createSprintFixture()
    const { id } = await fixture.createSprint('One', 2)
    const taskIds = await fixture.sectionTaskIds(id)
    await fixture.startSprint(id)
    const sprintId = newId()
    const completed = await fixture.annClient.send({
      type: 'sprint.complete',
      baseVersion: await fixture.projectVersion(),
      sprintId: id,
      defaultDestination: sprintId,
      newSprint: { sprintId, name: 'Two' },
    })
    const undo = (undoneCommandId: Id) =>
      fixture.annClient.send({ type: 'command.undo', undoneCommandId })
    const undone = await undo(completed.commandId)
    expect([undone.rejection, await fixture.sprintState(id)]).toEqual([undefined, 'active'])
    expect(await fixture.sectionTaskIds(id)).toEqual(taskIds)
    const redone = await undo(undone.commandId)
    expect([redone.rejection, await fixture.sprintState(id)]).toEqual([undefined, 'closed'])
    expect(await fixture.sectionTaskIds(sprintId)).toEqual(taskIds)
    await fixture.expectConsistent()
  })

  // `npm run bench -- sprint.complete` measures its time.
  it('completing a sprint with 500 open tasks is one transaction', async () => {
    const fixture = await createSprintFixture()
    const { id } = await fixture.createSprint('One', 500)
    await fixture.startSprint(id)
    const baseVersion = await fixture.projectVersion()
    const answer = await fixture.annClient.send({
      type: 'sprint.complete',
      baseVersion,
      sprintId: id,
      defaultDestination: null,
    })
    expect(answer.events).toHaveLength(501)
    const [written] = await database().sql`
      select count(distinct xmin::text)::int as transactions from event
      where command_id = ${answer.commandId}`
    expect(written?.transactions).toBe(1)
    expect(await fixture.sectionTaskIds(null)).toHaveLength(500)
    await fixture.expectConsistent()
  })
})
