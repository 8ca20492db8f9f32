import { v7 as newId, v4 as newWindow } from 'uuid'
import type { Answer } from '@/domain/answer'
import type { Command, CommandOf } from '@/domain/commands'
import type { EventOf } from '@/domain/events'
import { WORKFLOWS } from '@/domain/project/templates'
import type { Place } from '@/domain/rank'
import type { Id } from '@/domain/words'
import { execute } from '@/server/execute/execute'
import type { TestPerson } from './people'

let made = 0

/** A person at one window, sending commands to one project. */
export class Window {
  readonly clientId = newWindow()
  constructor(
    readonly person: TestPerson,
    readonly projectId: Id,
  ) {}

  /** Sends a command and gives its answer. */
  send(command: Command, commandId: Id = newId()): Promise<Answer> {
    const { clientId, projectId } = this
    return execute(this.person.scope, { commandId, clientId, projectId, command })
  }

  /** A new task at the bottom of a column; gives its id. */
  async createTask(input: Partial<CommandOf<'task.create'>> = {}): Promise<Id> {
    const taskId = newId()
    const answer = await this.send({
      type: 'task.create',
      taskId,
      taskType: 'task',
      title: 'A task',
      statusId: 'todo',
      place: { end: 'bottom' },
      ...input,
    })
    if (answer.outcome !== 'applied') throw new Error(JSON.stringify(answer))
    return taskId
  }

  move(taskId: Id, baseVersion: number, statusId: string, place: Place = {}): Promise<Answer> {
    return this.send({ type: 'task.move', taskId, baseVersion, statusId, place })
  }
}

/** A new project with the statuses todo, in-progress, review and done, seen from one window. */
export async function makeProject(person: TestPerson): Promise<Window> {
  const window = new Window(person, newId())
  const key = `P${++made}`
  const { statuses } = WORKFLOWS.scrum
  const answer = await window.send({ type: 'project.create', key, name: key, statuses })
  if (answer.outcome !== 'applied') throw new Error(JSON.stringify(answer))
  return window
}

/** The only event of a kind in an answer. */
export function eventOf<K extends EventOf<never>['type'] | string>(answer: Answer, type: K) {
  const event = answer.events.find((each) => each.type === type)
  if (!event) throw new Error(`No ${type} in ${JSON.stringify(answer)}`)
  return event as Extract<Answer['events'][number], { type: K }>
}
