import { eq } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { database } from '@/db/client'
import { project } from '@/db/schema/project'
import type { CommandResult } from '@/domain/commandResult'
import type { Command } from '@/domain/commands'
import type { Id } from '@/domain/kernel/primitives'
import { type BenchFixture, type BenchProject, sendCommand } from './fixtures'

/** Sprints of a benchmark's project, changed by the same commands that users send. */
export class BenchSprints {
  constructor(
    private readonly fixture: BenchFixture,
    private readonly project: BenchProject,
  ) {}

  /** Starts a sprint with these tasks (at most 1,000). */
  async start(taskIds: Id[]): Promise<Id> {
    const sprintId = newId()
    const name = 'Sprint'
    await this.send({ type: 'sprint.create', sprintId, name, baseVersion: await this.version() })
    await this.plan(taskIds, sprintId)
    const [startDate, endDate] = ['2031-01-06', '2031-01-17']
    const baseVersion = await this.version()
    await this.send({ type: 'sprint.start', sprintId, startDate, endDate, baseVersion })
    return sprintId
  }

  /** Plans tasks into a sprint or the backlog. */
  async plan(taskIds: Id[], sprintId: Id | null): Promise<void> {
    const tasks = taskIds.map((taskId) => ({ taskId, baseVersion: this.versionOf(taskId) }))
    await this.send({ type: 'task.plan', tasks, sprintId, position: { end: 'bottom' } })
  }

  /** Moves one task to a column. */
  async move(taskId: Id, statusId: string): Promise<void> {
    const baseVersion = this.versionOf(taskId)
    await this.send({ type: 'task.move', taskId, baseVersion, statusId, position: { end: 'top' } })
  }

  /** Changes the estimate of a task. */
  async estimate(taskId: Id, estimate: number): Promise<void> {
    const baseVersion = this.versionOf(taskId)
    await this.send({ type: 'task.edit', taskId, baseVersion, set: { estimate } })
  }

  /** Completes a sprint. Unfinished tasks go to the backlog. */
  async complete(sprintId: Id): Promise<CommandResult> {
    const baseVersion = await this.version()
    return this.send({ type: 'sprint.complete', sprintId, defaultDestination: null, baseVersion })
  }

  /** Returns the project's version, which commands about sprints are based on. */
  async version(): Promise<number> {
    const [row] = await database()
      .db.select({ version: project.version })
      .from(project)
      .where(eq(project.id, this.project.projectId))
    return row?.version ?? 0
  }

  private versionOf(taskId: Id): number {
    return this.project.versions.get(taskId) ?? 1
  }

  private async send(command: Command): Promise<CommandResult> {
    const answer = await sendCommand(this.fixture, this.project.projectId, command)
    for (const { taskId, version } of answer.events) {
      if (taskId && version) this.project.versions.set(taskId, version)
    }
    if (answer.outcome === 'applied' || answer.outcome === 'merged') return answer
    if (answer.outcome === 'unchanged') return answer
    throw new Error(JSON.stringify(answer))
  }
}
