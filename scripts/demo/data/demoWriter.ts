import { v5 as uuidOf } from 'uuid'
import type { CommandResult } from '@/domain/commandResult'
import type { Command } from '@/domain/commands'
import { TEMPLATE_WORKFLOWS } from '@/domain/workflow/templates'
import type { WorkspaceScope } from '@/server/access/scope'
import { executeAt } from '@/server/write/execute'
import type { DemoAction } from './demoActions'
import { DEMO_NAMESPACE } from './demoNamespace'
import type { DemoTask } from './demoTask'

/** Sends actions through `execute`, each at its own time as its own person. */
export class DemoWriter {
  readonly projectId: string
  /** Versions of the project and its tasks, from the latest results. */
  private readonly versions = new Map<string, number>()
  private commandCount = 0
  private statusIds = new Set<string>()

  constructor(
    private readonly people: WorkspaceScope[],
    private readonly tasks: DemoTask[],
    readonly key: string,
  ) {
    this.projectId = this.derivedId(`project ${people[0]?.workspaceId}`)
  }

  /** Creates the project as the first person. */
  async createProject(
    name: string,
    template: keyof typeof TEMPLATE_WORKFLOWS,
    at: number,
  ): Promise<void> {
    const { statuses } = TEMPLATE_WORKFLOWS[template]
    this.statusIds = new Set(statuses.map((status) => status.id))
    await this.send(0, { type: 'project.create', key: this.key, name, statuses }, at)
  }

  /** Applies an action. Rejections are ignored, such as a move into a full column. */
  async apply(action: DemoAction): Promise<void> {
    await this.send(action.personIndex, this.toCommand(action), action.at)
  }

  /** Sends a command as one of the people at a time. */
  async send(personIndex: number, command: Command, at: number): Promise<CommandResult> {
    const scope = this.people[personIndex % this.people.length] as WorkspaceScope
    const commandId = this.derivedId(`command ${scope.workspaceId} ${this.commandCount++}`)
    const clientId = this.derivedId(`client ${scope.person.id}`)
    const envelope = { commandId, clientId, projectId: this.projectId, command }
    const answer = await executeAt(scope, envelope, new Date(at).toISOString())
    for (const { taskId, projectId, version } of answer.events) {
      if (version !== null) this.versions.set(taskId ?? projectId, version)
    }
    return answer
  }

  taskId(task: number): string {
    return this.derivedId(`task ${this.projectId} ${task}`)
  }

  /** Returns the version of a task, or of the project when no id is given. */
  versionOf(id: string = this.projectId): number {
    return this.versions.get(id) ?? 0
  }

  /** Returns the id of a person by index. */
  personId(personIndex: number): string {
    return this.people[personIndex % this.people.length]?.person.id ?? ''
  }

  /** Returns the id that a name stands for in this project. */
  entityId(name: string): string {
    return this.derivedId(`${name} of ${this.projectId}`)
  }

  private derivedId(name: string): string {
    return uuidOf(`${this.key} ${name}`, DEMO_NAMESPACE)
  }

  private toCommand(action: DemoAction): Command {
    const task = this.tasks[action.taskIndex] as DemoTask
    const taskId = this.taskId(action.taskIndex)
    const target = { taskId, baseVersion: this.versionOf(taskId) }
    const editCommand = (fields: object): Command => ({ type: 'task.edit', ...target, set: fields })
    switch (action.kind) {
      case 'create': {
        const { title, taskType, label } = task
        const { description, priority } = action
        const statusId = this.statusIds.has(action.statusId) ? action.statusId : 'todo'
        const position = { end: 'bottom' } as const
        const labels = [label]
        return {
          type: 'task.create',
          taskId: target.taskId,
          ...{ title, taskType, labels, statusId, description, priority, position },
        }
      }
      case 'move': {
        const position = { end: action.to === 'done' ? 'top' : 'bottom' } as const
        return { type: 'task.move', ...target, statusId: action.to, position }
      }
      case 'assign': {
        return {
          type: 'task.edit',
          ...target,
          add: { assignees: [this.personId(action.assigneeIndex)] },
        }
      }
      case 'comment': {
        const commentId = this.derivedId(`comment ${this.projectId} ${this.commandCount}`)
        return { type: 'comment.add', ...target, commentId, body: action.body }
      }
      case 'estimate':
        return editCommand({ estimate: action.points })
      case 'setDueDate':
        return editCommand({ dueDate: action.day })
      case 'setPriority':
        return editCommand({ priority: action.priority })
    }
  }
}
