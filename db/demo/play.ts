import { v5 as uuidOf } from 'uuid'
import type { Answer } from '@/domain/answer'
import type { Command } from '@/domain/commands'
import { WORKFLOWS } from '@/domain/project/templates'
import type { WorkspaceScope } from '@/server/access/scope'
import { executeAt } from '@/server/execute/execute'
import { DEMO } from './ids'
import type { Deed } from './story'
import type { DemoTask } from './task'

/** Plays a story through `execute`, each deed at its own time by its own person. */
export class Player {
  readonly projectId: string
  /** Of the project and its tasks, as the latest answers told them. */
  private readonly versions = new Map<string, number>()
  private sent = 0
  private statusIds = new Set<string>()

  constructor(
    private readonly people: WorkspaceScope[],
    private readonly tasks: DemoTask[],
    readonly key: string,
  ) {
    this.projectId = this.named(`project ${people[0]?.workspaceId}`)
  }

  /** The project itself, made by the first of the people. */
  async begin(name: string, template: keyof typeof WORKFLOWS, at: number): Promise<void> {
    const { statuses } = WORKFLOWS[template]
    this.statusIds = new Set(statuses.map((status) => status.id))
    await this.send(0, { type: 'project.create', key: this.key, name, statuses }, at)
  }

  /** One deed; what comes to nothing, such as a move into a full column, is part of the story. */
  async play(deed: Deed): Promise<void> {
    await this.send(deed.who, this.commandOf(deed), deed.at)
  }

  /** Sends a command of one of the people at a time. */
  async send(who: number, command: Command, at: number): Promise<Answer> {
    const scope = this.people[who % this.people.length] as WorkspaceScope
    const commandId = this.named(`command ${scope.workspaceId} ${this.sent++}`)
    const clientId = this.named(`client ${scope.person.id}`)
    const envelope = { commandId, clientId, projectId: this.projectId, command }
    const answer = await executeAt(scope, envelope, new Date(at).toISOString())
    for (const { taskId, projectId, version } of answer.events) {
      if (version !== null) this.versions.set(taskId ?? projectId, version)
    }
    return answer
  }

  taskId(task: number): string {
    return this.named(`task ${this.projectId} ${task}`)
  }

  /** A task, or the project when none is named, as its person looks at it. */
  versionOf(id: string = this.projectId): number {
    return this.versions.get(id) ?? 0
  }

  /** One of the people. */
  personId(who: number): string {
    return this.people[who % this.people.length]?.person.id ?? ''
  }

  /** The id of a thing of this project that the story names so. */
  idOf(name: string): string {
    return this.named(`${name} of ${this.projectId}`)
  }

  private named(name: string): string {
    return uuidOf(`${this.key} ${name}`, DEMO)
  }

  private commandOf(deed: Deed): Command {
    const task = this.tasks[deed.task] as DemoTask
    const taskId = this.taskId(deed.task)
    const on = { taskId, baseVersion: this.versionOf(taskId) }
    const set = (fields: object): Command => ({ type: 'task.edit', ...on, set: fields })
    switch (deed.do) {
      case 'create': {
        const { title, taskType, label } = task
        const { description, priority } = deed
        const statusId = this.statusIds.has(deed.statusId) ? deed.statusId : 'todo'
        const place = { end: 'bottom' } as const
        const labels = [label]
        return {
          type: 'task.create',
          taskId: on.taskId,
          ...{ title, taskType, labels, statusId, description, priority, place },
        }
      }
      case 'move': {
        const place = { end: deed.to === 'done' ? 'top' : 'bottom' } as const
        return { type: 'task.move', ...on, statusId: deed.to, place }
      }
      case 'assign': {
        return { type: 'task.edit', ...on, add: { assignees: [this.personId(deed.whom)] } }
      }
      case 'comment': {
        const commentId = this.named(`comment ${this.projectId} ${this.sent}`)
        return { type: 'comment.add', ...on, commentId, body: deed.body }
      }
      case 'estimate':
        return set({ estimate: deed.points })
      case 'due':
        return set({ dueDate: deed.day })
      case 'raise':
        return set({ priority: deed.priority })
    }
  }
}
