import { v7 as newId } from 'uuid'
import { expect } from 'vitest'
import { database } from '@/db/client'
import type { CommandResult } from '@/domain/commandResult'
import type { Command } from '@/domain/commands'
import type { Id } from '@/domain/kernel/primitives'
import { type Execute, startOtherProcess } from './otherProcess'
import { makePerson, makeWorkspace, type TestPerson } from './people'
import { replayedProject, storedProject, storedTotals, toComparable } from './storedProject'
import { makeProject, TestClient } from './testClient'
import { testDatabase } from './testDatabase'

/** A fortnight for a sprint to run in. */
export const SPRINT_DATES = { startDate: '2031-02-03', endDate: '2031-02-14' } as const

/** A project with sprints at ann's window, seen by ben from another process. */
export class SprintFixture {
  private constructor(
    readonly annClient: TestClient,
    private readonly ben: { person: TestPerson; execute: Execute },
  ) {}

  /** Gives what makes such projects in a test file’s own database. */
  static async createFactory(): Promise<() => Promise<SprintFixture>> {
    const { appUrl } = await testDatabase()
    const execute = startOtherProcess(appUrl)
    const ann = await makeWorkspace()
    const ben = { person: await makePerson(ann), execute }
    return async () => new SprintFixture(await makeProject(ann), ben)
  }

  /** Ann and ben send at once, each to a process of their own. */
  sendTogether(annCommand: Command, benCommand: Command): Promise<[CommandResult, CommandResult]> {
    return Promise.all([this.annClient.send(annCommand), this.sendAsBen(benCommand)])
  }

  sendAsBen(command: Command): Promise<CommandResult> {
    const { person, execute } = this.ben
    const { projectId, clientId } = new TestClient(person, this.annClient.projectId)
    return execute(person.scope, { commandId: newId(), clientId, projectId, command })
  }

  async projectVersion(): Promise<number> {
    const [row] = await database().sql`
      select version from project where id = ${this.annClient.projectId}`
    return row?.version
  }

  /** A new sprint with so many new tasks in it. */
  async createSprint(name: string, tasks: number): Promise<{ id: Id; taskIds: Id[] }> {
    const id = newId()
    const baseVersion = await this.projectVersion()
    await this.annClient.send({ type: 'sprint.create', baseVersion, sprintId: id, name })
    const taskIds = await Promise.all(
      Array.from({ length: tasks }, () => this.annClient.createTask()),
    )
    if (tasks > 0) await this.annClient.send(planCommand(taskIds, id))
    return { id, taskIds }
  }

  async startSprint(sprintId: Id): Promise<CommandResult> {
    const baseVersion = await this.projectVersion()
    return this.annClient.send({ type: 'sprint.start', baseVersion, sprintId, ...SPRINT_DATES })
  }

  /** What a sprint, or the backlog, holds in planning order. */
  async sectionTaskIds(sprintId: Id | null): Promise<Id[]> {
    const rows = await database().sql`
      select id from task where project_id = ${this.annClient.projectId}
        and sprint_id is not distinct from ${sprintId} order by backlog_rank`
    return rows.map((row) => row.id)
  }

  async sprintState(sprintId: Id): Promise<string> {
    const [row] = await database().sql`select state from sprint where id = ${sprintId}`
    return row?.state
  }

  /** The replayed log equals the rows, totals included. */
  async expectConsistent(): Promise<void> {
    const { projectId } = this.annClient
    expect(toComparable(await replayedProject(projectId))).toEqual(
      toComparable(await storedProject(projectId)),
    )
    const { stored, recomputed } = await storedTotals(projectId)
    expect(stored).toEqual(recomputed)
  }
}

/** Puts tasks into a sprint, or into the backlog. */
export const planCommand = (
  taskIds: Id[],
  sprintId: Id | null,
  position = {},
  baseVersion = 1,
): Command => ({
  type: 'task.plan',
  tasks: taskIds.map((taskId) => ({ taskId, baseVersion })),
  sprintId,
  position,
})

/** How the answers came out, in the order of the alphabet. */
export const sortedOutcomes = (answers: CommandResult[]) =>
  answers.map((answer) => answer.outcome).sort()
