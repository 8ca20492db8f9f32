import { describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import type { Answer } from '@/domain/answer'
import type { Command } from '@/domain/commands'
import type { Id } from '@/domain/words'
import { DATES, outcomes, plan, Sprints } from '@/tests/support/sprints'

const newProject = await Sprints.maker()
const conflictOf = (answers: Answer[]) => answers.find((each) => each.conflict)?.conflict

describe('a sprint completed twice at once', () => {
  it('is completed once, and the other has nothing to do', async () => {
    const world = await newProject()
    const { id, taskIds } = await world.sprint('One', 3)
    await world.start(id)
    const baseVersion = await world.version()
    const complete = { type: 'sprint.complete', baseVersion, sprintId: id, rest: null } as const
    expect(outcomes(await world.both(complete, complete))).toEqual(['applied', 'unchanged'])
    expect(await world.section(null)).toEqual(taskIds)
    await world.isTrue()
  })

  it('sends its tasks where the first wanted, and tells the second', async () => {
    const world = await newProject()
    const { id, taskIds } = await world.sprint('One', 3)
    const next = await world.sprint('Two', 0)
    await world.start(id)
    const baseVersion = await world.version()
    const complete = { type: 'sprint.complete', baseVersion, sprintId: id } as const
    const answers = await world.both({ ...complete, rest: null }, { ...complete, rest: next.id })
    expect(outcomes(answers)).toEqual(['applied', 'conflict'])
    expect(conflictOf(answers)).toMatchObject({ reason: 'sprint-closed' })
    const first = answers[0].outcome === 'applied' ? null : next.id
    expect(await world.section(first)).toEqual(taskIds)
    await world.isTrue()
  })
})

describe('a task dragged into a sprint that is being completed', () => {
  it('goes with the others, or is a conflict that another sprint settles', async () => {
    const ends = new Set<string>()
    for (let i = 0; i < 8; i++) ends.add(await dragWhileCompleting(i % 2 === 0))
    expect(ends).toContain('conflict')
  })

  async function dragWhileCompleting(dragFirst: boolean): Promise<string> {
    const world = await newProject()
    const { id } = await world.sprint('One', 2)
    const next = await world.sprint('Two', 0)
    const late = await world.hers.createTask()
    await world.start(id)
    const baseVersion = await world.version()
    const complete = { type: 'sprint.complete', baseVersion, sprintId: id, rest: next.id } as const
    const drag = plan([late], id)
    const ends = dragFirst
      ? await world.both(drag, complete)
      : (await world.both(complete, drag)).reverse()
    const [dragged, completed] = ends as [Answer, Answer]
    expect(completed.outcome).toMatch(/applied|merged/)
    if (dragged.outcome === 'applied') expect(await world.section(next.id)).toContain(late)
    else await settle(world, dragged, late, dragFirst, next.id)
    expect(await world.section(id)).toEqual([])
    await world.isTrue()
    return dragged.outcome
  }

  async function settle(world: Sprints, answer: Answer, late: Id, isAnns: boolean, next: Id) {
    expect(answer).toMatchObject({ outcome: 'conflict', conflict: { reason: 'sprint-closed' } })
    expect(await world.section(null)).toContain(late)
    const conflictId = answer.conflict?.id ?? ''
    const decide = { type: 'conflict.resolve', conflictId, baseVersion: 1 } as const
    const send = (command: Command) => (isAnns ? world.hers.send(command) : world.bens(command))
    expect((await send({ ...decide, choice: 'mine' })).outcome).toBe('conflict')
    const [newer] = await database().sql`
      select id from conflict where task_id = ${late} and resolved_at is null`
    const edit = plan([late], next)
    const settled = await send({ ...decide, conflictId: newer?.id, choice: 'edited', edit })
    expect(settled.outcome).toBe('applied')
    expect(await world.section(next)).toContain(late)
  }

  it('may let it go', async () => {
    const world = await newProject()
    const { id } = await world.sprint('One', 1)
    const late = await world.hers.createTask()
    await world.start(id)
    const baseVersion = await world.version()
    await world.bens({ type: 'sprint.complete', baseVersion, sprintId: id, rest: null })
    const { conflict } = await world.hers.send(plan([late], id))
    const theirs = { type: 'conflict.resolve', choice: 'theirs', baseVersion: 1 } as const
    await world.hers.send({ ...theirs, conflictId: conflict?.id ?? '' })
    expect(await world.section(null)).toContain(late)
    await world.isTrue()
  })
})

describe('start against start', () => {
  it('of the same sprint leaves the second with nothing to do, or a question about dates', async () => {
    for (const [endDate, outcome] of [
      [DATES.endDate, 'unchanged'],
      ['2031-02-21', 'conflict'],
    ] as const) {
      const world = await newProject()
      const { id } = await world.sprint('One', 1)
      const baseVersion = await world.version()
      const start = { type: 'sprint.start', baseVersion, sprintId: id, ...DATES } as const
      const answers = await world.both(start, { ...start, endDate })
      expect(outcomes(answers)).toEqual(['applied', outcome])
      const fields = conflictOf(answers)?.fields.map((each) => each.field) ?? []
      expect(fields).toEqual(outcome === 'conflict' ? [`sprint ${id} endDate`] : [])
      await world.isTrue()
    }
  })

  it('of two sprints refuses the second, and says which runs', async () => {
    const world = await newProject()
    const [one, two] = [await world.sprint('One', 1), await world.sprint('Two', 1)]
    const baseVersion = await world.version()
    const start = { type: 'sprint.start', baseVersion, ...DATES } as const
    const answers = await world.both({ ...start, sprintId: one.id }, { ...start, sprintId: two.id })
    expect(outcomes(answers)).toEqual(['applied', 'refused'])
    const runs = answers[0].outcome === 'applied' ? 'One' : 'Two'
    const refusal = answers.find((each) => each.refusal)?.refusal
    expect(refusal).toMatchObject({ code: 'sprint-running' })
    expect(refusal?.message).toContain(`${runs} is running`)
    await world.isTrue()
  })

  it('lets both run where the project allows it', async () => {
    const world = await newProject()
    const [one, two] = [await world.sprint('One', 1), await world.sprint('Two', 1)]
    const baseVersion = await world.version()
    await world.hers.send({ type: 'project.sprints', baseVersion, parallel: true })
    const start = { type: 'sprint.start', baseVersion: baseVersion + 1, ...DATES } as const
    const answers = await world.both({ ...start, sprintId: one.id }, { ...start, sprintId: two.id })
    expect(outcomes(answers)).toEqual(['applied', 'merged'])
    await world.isTrue()
  })

  it('against its deletion leaves one of the two', async () => {
    const world = await newProject()
    const { id } = await world.sprint('One', 1)
    const baseVersion = await world.version()
    const start = { type: 'sprint.start', baseVersion, sprintId: id, ...DATES } as const
    const answers = await world.both(start, { type: 'sprint.remove', baseVersion, sprintId: id })
    expect(outcomes(answers)).toEqual(['applied', 'refused'])
    await world.isTrue()
  })
})
