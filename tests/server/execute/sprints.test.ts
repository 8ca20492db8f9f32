import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import type { Answer } from '@/domain/answer'
import type { Command } from '@/domain/commands'
import type { Id } from '@/domain/words'
import { testDatabase } from '../../support/database'
import { otherProcess } from '../../support/other-process'
import { makePerson, makeWorkspace } from '../../support/people'
import { makeProject, Window } from '../../support/project'
import { foldedProject, plain, storedProject, storedTotals } from '../../support/stored'

const { appUrl } = await testDatabase()
const elsewhere = otherProcess(appUrl)
const ann = await makeWorkspace()
const ben = await makePerson(ann)
const DATES = { startDate: '2031-02-03', endDate: '2031-02-14' } as const

/** A project at ann's window, seen by ben from another process. */
class Sprints {
  private constructor(readonly hers: Window) {}

  static async make(): Promise<Sprints> {
    return new Sprints(await makeProject(ann))
  }

  /** Ann and ben send at once, each to a process of their own. */
  both(anns: Command, bens: Command): Promise<[Answer, Answer]> {
    return Promise.all([this.hers.send(anns), this.bens(bens)])
  }

  bens(command: Command): Promise<Answer> {
    const { projectId, clientId } = new Window(ben, this.hers.projectId)
    return elsewhere(ben.scope, { commandId: newId(), clientId, projectId, command })
  }

  async version(): Promise<number> {
    const [row] = await database().sql`
      select version from project where id = ${this.hers.projectId}`
    return row?.version
  }

  /** A new sprint with so many new tasks in it. */
  async sprint(name: string, tasks: number): Promise<{ id: Id; taskIds: Id[] }> {
    const id = newId()
    const baseVersion = await this.version()
    await this.hers.send({ type: 'sprint.create', baseVersion, sprintId: id, name })
    const taskIds = await Promise.all(Array.from({ length: tasks }, () => this.hers.createTask()))
    if (tasks > 0) await this.hers.send(plan(taskIds, id))
    return { id, taskIds }
  }

  async start(sprintId: Id): Promise<Answer> {
    const baseVersion = await this.version()
    return this.hers.send({ type: 'sprint.start', baseVersion, sprintId, ...DATES })
  }

  /** What a sprint, or the backlog, holds in planning order. */
  async section(sprintId: Id | null): Promise<Id[]> {
    const rows = await database().sql`
      select id from task where project_id = ${this.hers.projectId}
        and sprint_id is not distinct from ${sprintId} order by plan_rank`
    return rows.map((row) => row.id)
  }

  async state(sprintId: Id): Promise<string> {
    const [row] = await database().sql`select state from sprint where id = ${sprintId}`
    return row?.state
  }

  /** The log told again is what the rows say, sums included. */
  async isTrue(): Promise<void> {
    const { projectId } = this.hers
    expect(plain(await foldedProject(projectId))).toEqual(plain(await storedProject(projectId)))
    const { kept, added } = await storedTotals(projectId)
    expect(kept).toEqual(added)
  }
}

const plan = (taskIds: Id[], sprintId: Id | null, place = {}, baseVersion = 1): Command => ({
  type: 'task.plan',
  tasks: taskIds.map((taskId) => ({ taskId, baseVersion })),
  sprintId,
  place,
})

const outcomes = (answers: Answer[]) => answers.map((answer) => answer.outcome).sort()
const conflictOf = (answers: Answer[]) => answers.find((each) => each.conflict)?.conflict

describe('a sprint completed twice at once', () => {
  it('is completed once, and the other has nothing to do', async () => {
    const world = await Sprints.make()
    const { id, taskIds } = await world.sprint('One', 3)
    await world.start(id)
    const baseVersion = await world.version()
    const complete = { type: 'sprint.complete', baseVersion, sprintId: id, rest: null } as const
    expect(outcomes(await world.both(complete, complete))).toEqual(['applied', 'unchanged'])
    expect(await world.section(null)).toEqual(taskIds)
    await world.isTrue()
  })

  it('sends its tasks where the first wanted, and tells the second', async () => {
    const world = await Sprints.make()
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
    const world = await Sprints.make()
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
    const world = await Sprints.make()
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
      const world = await Sprints.make()
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
    const world = await Sprints.make()
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
    const world = await Sprints.make()
    const [one, two] = [await world.sprint('One', 1), await world.sprint('Two', 1)]
    const baseVersion = await world.version()
    await world.hers.send({ type: 'project.sprints', baseVersion, parallel: true })
    const start = { type: 'sprint.start', baseVersion: baseVersion + 1, ...DATES } as const
    const answers = await world.both({ ...start, sprintId: one.id }, { ...start, sprintId: two.id })
    expect(outcomes(answers)).toEqual(['applied', 'merged'])
    await world.isTrue()
  })

  it('against its deletion leaves one of the two', async () => {
    const world = await Sprints.make()
    const { id } = await world.sprint('One', 1)
    const baseVersion = await world.version()
    const start = { type: 'sprint.start', baseVersion, sprintId: id, ...DATES } as const
    const answers = await world.both(start, { type: 'sprint.remove', baseVersion, sprintId: id })
    expect(outcomes(answers)).toEqual(['applied', 'refused'])
    await world.isTrue()
  })
})

describe('two who re-rank at once', () => {
  it('both get what they asked, nearest to the neighbours that are left', async () => {
    const world = await Sprints.make()
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
    const world = await Sprints.make()
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

  it('find their neighbour among what a completed sprint has left open again', async () => {
    const world = await Sprints.make()
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

describe('completing a sprint', () => {
  it('sends each task where its choice says, into a new sprint too', async () => {
    const world = await Sprints.make()
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
    const world = await Sprints.make()
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

describe('a sprint’s life', () => {
  it('keeps the committed scope of its start, through reopening and a second end', async () => {
    const world = await Sprints.make()
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
    const world = await Sprints.make()
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
