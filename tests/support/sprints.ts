import { v7 as newId } from 'uuid'
import { expect } from 'vitest'
import { database } from '@/db/client'
import type { Answer } from '@/domain/answer'
import type { Command } from '@/domain/commands'
import type { Id } from '@/domain/words'
import { testDatabase } from './database'
import { type Execute, otherProcess } from './other-process'
import { makePerson, makeWorkspace, type TestPerson } from './people'
import { makeProject, Window } from './project'
import { foldedProject, plain, storedProject, storedTotals } from './stored'

/** A fortnight for a sprint to run in. */
export const DATES = { startDate: '2031-02-03', endDate: '2031-02-14' } as const

/** A project with sprints at ann's window, seen by ben from another process. */
export class Sprints {
  private constructor(
    readonly hers: Window,
    private readonly his: { person: TestPerson; execute: Execute },
  ) {}

  /** Gives what makes such projects in a test file’s own database. */
  static async maker(): Promise<() => Promise<Sprints>> {
    const { appUrl } = await testDatabase()
    const execute = otherProcess(appUrl)
    const ann = await makeWorkspace()
    const his = { person: await makePerson(ann), execute }
    return async () => new Sprints(await makeProject(ann), his)
  }

  /** Ann and ben send at once, each to a process of their own. */
  both(anns: Command, bens: Command): Promise<[Answer, Answer]> {
    return Promise.all([this.hers.send(anns), this.bens(bens)])
  }

  bens(command: Command): Promise<Answer> {
    const { person, execute } = this.his
    const { projectId, clientId } = new Window(person, this.hers.projectId)
    return execute(person.scope, { commandId: newId(), clientId, projectId, command })
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

/** Puts tasks into a sprint, or into the backlog. */
export const plan = (taskIds: Id[], sprintId: Id | null, place = {}, baseVersion = 1): Command => ({
  type: 'task.plan',
  tasks: taskIds.map((taskId) => ({ taskId, baseVersion })),
  sprintId,
  place,
})

/** How the answers came out, in the order of the alphabet. */
export const outcomes = (answers: Answer[]) => answers.map((answer) => answer.outcome).sort()
