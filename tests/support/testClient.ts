import { v4 as newClientId, v7 as newId } from 'uuid'
import type { CommandResult } from '@/domain/commandResult'
import type { Command, CommandOf } from '@/domain/commands'
import type { EventOf } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import type { RankPosition } from '@/domain/kernel/rank'
import { TEMPLATE_WORKFLOWS } from '@/domain/workflow/templates'
import { execute } from '@/server/write/execute'
import type { TestPerson } from './people'

let createdCount = 0

/** A client of one person that sends commands to one project. */
export class TestClient {
  readonly clientId = newClientId()
  constructor(
    readonly person: TestPerson,
    readonly projectId: Id,
  ) {}

  /** Sends a command and returns its result. */
  send(command: Command, commandId: Id = newId()): Promise<CommandResult> {
    const { clientId, projectId } = this
    return execute(this.person.scope, { commandId, clientId, projectId, command })
  }

  /** Creates a task at the bottom of a column and returns its id. */
  async createTask(input: Partial<CommandOf<'task.create'>> = {}): Promise<Id> {
    const taskId = newId()
    const answer = await this.send({
      type: 'task.create',
      taskId,
      taskType: 'task',
      title: 'A task',
      statusId: 'todo',
      position: { end: 'bottom' },
      ...input,
    })
    if (answer.outcome !== 'applied') throw new Error(JSON.stringify(answer))
    return taskId
  }

  move(
    taskId: Id,
    baseVersion: number,
    statusId: string,
    position: RankPosition = {},
  ): Promise<CommandResult> {
    return this.send({ type: 'task.move', taskId, baseVersion, statusId, position })
  }
}

/**
 * Creates a project with the statuses todo, in-progress, review and done, and returns a client of
 * it.
 */
export async function makeProject(
  person: TestPerson,
  key = `P${++createdCount}`,
): Promise<TestClient> {
  const client = new TestClient(person, newId())
  const { statuses } = TEMPLATE_WORKFLOWS.scrum
  const answer = await client.send({ type: 'project.create', key, name: key, statuses })
  if (answer.outcome !== 'applied') throw new Error(JSON.stringify(answer))
  return client
}

/** Returns the only event of a type in a command's result. */
export function eventOfType<K extends EventOf<never>['type'] | string>(
  answer: CommandResult,
  type: K,
) {
  const event = answer.events.find((each) => each.type === type)
  if (!event) throw new Error(`No ${type} in ${JSON.stringify(answer)}`)
  return event as Extract<CommandResult['events'][number], { type: K }>
}
