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

/** Two weeks for a sprint. */
export const SPRINT_DATES = { startDate: '2031-02-03', endDate: '2031-02-14' } as const

/** A project with sprints that Ann uses through this process and Ben through another. */
export class SprintFixture {
  private constructor(
    readonly annClient: TestClient,
    private readonly ben: { person: TestPerson; execute: Execute },
  ) {}

  /** Returns a function that creates such projects in the database of a test file. */
  static async createFactory(): Promise<() => Promise<SprintFixture>> {
    const { appUrl } = await testDatabase()
    const execute = startOtherProcess(appUrl)
    const ann = await makeWorkspace()
    const ben = { person: await makePerson(ann), execute }
    return async () => new SprintFixture(await makeProject(ann), ben)
  }

  /** Sends a command of Ann and one of Ben concurrently, each to a different process. */
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

  /** Creates a sprint with a number of new tasks. */
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

  /** Returns the ids of the tasks in a sprint, or in the backlog (null), in backlog order. */
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

  /** Expects the replayed log to equal the rows, including the totals. */
  async expectConsistent(): Promise<void> {
    const { projectId } = this.annClient
    expect(toComparable(await replayedProject(projectId))).toEqual(
      toComparable(await storedProject(projectId)),
    )
    const { stored, recomputed } = await storedTotals(projectId)
    expect(stored).toEqual(recomputed)
  }
}

/** Returns a command that plans tasks in a sprint or the backlog. */
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

/** Returns the outcomes in alphabetical order. */
export const sortedOutcomes = (answers: CommandResult[]) =>
  answers.map((answer) => answer.outcome).sort()
