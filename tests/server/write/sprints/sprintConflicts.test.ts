import { describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import type { CommandResult } from '@/domain/commandResult'
import type { Command } from '@/domain/commands'
import type { Id } from '@/domain/kernel/primitives'
import {
  planCommand,
  SPRINT_DATES,
  SprintFixture,
  sortedOutcomes,
} from '@/tests/support/sprintFixture'

const createSprintFixture = await SprintFixture.createFactory()
const conflictOf = (answers: CommandResult[]) => answers.find((each) => each.conflict)?.conflict

describe('a sprint completed twice concurrently', () => {
  it('the sprint is completed once, and the second command changes nothing', async () => {
    const fixture = await createSprintFixture()
    const { id, taskIds } = await fixture.createSprint('One', 3)
    await fixture.startSprint(id)
    const baseVersion = await fixture.projectVersion()
    const complete = {
      type: 'sprint.complete',
      baseVersion,
      sprintId: id,
      defaultDestination: null,
    } as const
    expect(sortedOutcomes(await fixture.sendTogether(complete, complete))).toEqual([
      'applied',
      'unchanged',
    ])
    expect(await fixture.sectionTaskIds(null)).toEqual(taskIds)
    await fixture.expectConsistent()
  })

  it('tasks move to the destinations of the first command, and the second command conflicts', async () => {
    const fixture = await createSprintFixture()
    const { id, taskIds } = await fixture.createSprint('One', 3)
    const next = await fixture.createSprint('Two', 0)
    await fixture.startSprint(id)
    const baseVersion = await fixture.projectVersion()
    const complete = { type: 'sprint.complete', baseVersion, sprintId: id } as const
    const answers = await fixture.sendTogether(
      { ...complete, defaultDestination: null },
      { ...complete, defaultDestination: next.id },
    )
    expect(sortedOutcomes(answers)).toEqual(['applied', 'conflict'])
    expect(conflictOf(answers)).toMatchObject({ reason: 'sprint-closed' })
    const first = answers[0].outcome === 'applied' ? null : next.id
    expect(await fixture.sectionTaskIds(first)).toEqual(taskIds)
    await fixture.expectConsistent()
  })
})

describe('a task planned into a sprint that is being completed', () => {
  it('the task moves with the others, or raises a conflict that another sprint resolves', async () => {
    const ends = new Set<string>()
    for (let i = 0; i < 8; i++) ends.add(await dragWhileCompleting(i % 2 === 0))
    expect(ends).toContain('conflict')
  })

  async function dragWhileCompleting(dragFirst: boolean): Promise<string> {
    const fixture = await createSprintFixture()
    const { id } = await fixture.createSprint('One', 2)
    const next = await fixture.createSprint('Two', 0)
    const late = await fixture.annClient.createTask()
    await fixture.startSprint(id)
    const baseVersion = await fixture.projectVersion()
    const complete = {
      type: 'sprint.complete',
      baseVersion,
      sprintId: id,
      defaultDestination: next.id,
    } as const
    const drag = planCommand([late], id)
    const ends = dragFirst
      ? await fixture.sendTogether(drag, complete)
      : (await fixture.sendTogether(complete, drag)).reverse()
    const [dragged, completed] = ends as [CommandResult, CommandResult]
    expect(completed.outcome).toMatch(/applied|merged/)
    if (dragged.outcome === 'applied') expect(await fixture.sectionTaskIds(next.id)).toContain(late)
    else await settle(fixture, dragged, late, dragFirst, next.id)
    expect(await fixture.sectionTaskIds(id)).toEqual([])
    await fixture.expectConsistent()
    return dragged.outcome
  }

  async function settle(
    fixture: SprintFixture,
    answer: CommandResult,
    late: Id,
    isAnns: boolean,
    next: Id,
  ) {
    expect(answer).toMatchObject({ outcome: 'conflict', conflict: { reason: 'sprint-closed' } })
    expect(await fixture.sectionTaskIds(null)).toContain(late)
    const conflictId = answer.conflict?.id ?? ''
    const decide = { type: 'conflict.resolve', conflictId, baseVersion: 1 } as const
    const send = (command: Command) =>
      isAnns ? fixture.annClient.send(command) : fixture.sendAsBen(command)
    expect((await send({ ...decide, choice: 'mine' })).outcome).toBe('conflict')
    const [newer] = await database().sql`
      select id from conflict where task_id = ${late} and resolved_at is null`
    const edit = planCommand([late], next)
    const settled = await send({ ...decide, conflictId: newer?.id, choice: 'edited', edit })
    expect(settled.outcome).toBe('applied')
    expect(await fixture.sectionTaskIds(next)).toContain(late)
  }

  it('the conflict can be resolved by dropping the command', async () => {
    const fixture = await createSprintFixture()
    const { id } = await fixture.createSprint('One', 1)
    const late = await fixture.annClient.createTask()
    await fixture.startSprint(id)
    const baseVersion = await fixture.projectVersion()
    await fixture.sendAsBen({
      type: 'sprint.complete',
      baseVersion,
      sprintId: id,
      defaultDestination: null,
    })
    const { conflict } = await fixture.annClient.send(planCommand([late], id))
    const theirs = { type: 'conflict.resolve', choice: 'theirs', baseVersion: 1 } as const
    await fixture.annClient.send({ ...theirs, conflictId: conflict?.id ?? '' })
    expect(await fixture.sectionTaskIds(null)).toContain(late)
    await fixture.expectConsistent()
  })
})

describe('concurrent starts of sprints', () => {
  it('a second start of the same sprint changes nothing, or conflicts about the dates', async () => {
    for (const [endDate, outcome] of [
      [SPRINT_DATES.endDate, 'unchanged'],
      ['2031-02-21', 'conflict'],
    ] as const) {
      const fixture = await createSprintFixture()
      const { id } = await fixture.createSprint('One', 1)
      const baseVersion = await fixture.projectVersion()
      const start = { type: 'sprint.start', baseVersion, sprintId: id, ...SPRINT_DATES } as const
      const answers = await fixture.sendTogether(start, { ...start, endDate })
      expect(sortedOutcomes(answers)).toEqual(['applied', outcome])
      const fields = conflictOf(answers)?.fields.map((each) => each.field) ?? []
      expect(fields).toEqual(outcome === 'conflict' ? [`sprint ${id} endDate`] : [])
      await fixture.expectConsistent()
    }
  })

  it('starting a second sprint is rejected and names the active one', async () => {
    const fixture = await createSprintFixture()
    const [one, two] = [await fixture.createSprint('One', 1), await fixture.createSprint('Two', 1)]
    const baseVersion = await fixture.projectVersion()
    const start = { type: 'sprint.start', baseVersion, ...SPRINT_DATES } as const
    const answers = await fixture.sendTogether(
      { ...start, sprintId: one.id },
      { ...start, sprintId: two.id },
    )
    expect(sortedOutcomes(answers)).toEqual(['applied', 'rejected'])
    const runs = answers[0].outcome === 'applied' ? 'One' : 'Two'
    const rejection = answers.find((each) => each.rejection)?.rejection
    expect(rejection).toMatchObject({ code: 'sprint-running' })
    expect(rejection?.message).toContain(`${runs} is running`)
    await fixture.expectConsistent()
  })

  it('both sprints start when the project allows parallel sprints', async () => {
    const fixture = await createSprintFixture()
    const [one, two] = [await fixture.createSprint('One', 1), await fixture.createSprint('Two', 1)]
    const baseVersion = await fixture.projectVersion()
    await fixture.annClient.send({
      type: 'project.setParallelSprints',
      baseVersion,
      parallel: true,
    })
    const start = { type: 'sprint.start', baseVersion: baseVersion + 1, ...SPRINT_DATES } as const
    const answers = await fixture.sendTogether(
      { ...start, sprintId: one.id },
      { ...start, sprintId: two.id },
    )
    expect(sortedOutcomes(answers)).toEqual(['applied', 'merged'])
    await fixture.expectConsistent()
  })

  it('of a concurrent start and deletion only one succeeds', async () => {
    const fixture = await createSprintFixture()
    const { id } = await fixture.createSprint('One', 1)
    const baseVersion = await fixture.projectVersion()
    const start = { type: 'sprint.start', baseVersion, sprintId: id, ...SPRINT_DATES } as const
    const answers = await fixture.sendTogether(start, {
      type: 'sprint.remove',
      baseVersion,
      sprintId: id,
    })
    expect(sortedOutcomes(answers)).toEqual(['applied', 'rejected'])
    await fixture.expectConsistent()
  })
})
