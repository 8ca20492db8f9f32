import type { Comment } from './comment/comment'
import { evolveComment } from './comment/comment'
import type { DecisionContext, DecisionState } from './decision'
import type { NewEvent } from './events'
import type { Id } from './kernel/primitives'
import { evolveProject } from './project/evolve'
import type { Project } from './project/project'
import { evolveTask } from './task/evolve'
import type { Task } from './task/task'
import { toStoredEvent } from './toStoredEvent'
import { evolveWorklog, type Worklog } from './worklog/worklog'

/** The rows while a command is decided step by step: each event moves them on. */
export class WorkingState {
  readonly events: NewEvent[] = []
  readonly tasks: Map<Id, Task>
  readonly comments: Map<Id, Comment>
  readonly worklogs: Map<Id, Worklog>

  constructor(
    public project: Project,
    { tasks, comments, worklogs }: Pick<DecisionState, 'tasks' | 'comments' | 'worklogs'>,
    private readonly context: DecisionContext,
  ) {
    this.tasks = new Map(tasks)
    this.comments = new Map(comments)
    this.worklogs = new Map(worklogs)
  }

  /** Enters an event about a task as its next version. */
  recordTaskEvent(task: Task, event: Pick<NewEvent, 'type' | 'data'>): void {
    this.record({ ...event, taskId: task.id, version: task.version + 1 } as NewEvent)
  }

  /** Enters an event about the project as its next version. */
  recordProjectEvent(event: Pick<NewEvent, 'type' | 'data'>): void {
    this.record({ ...event, taskId: null, version: this.project.version + 1 } as NewEvent)
  }

  /** Enters an event as it is. */
  record(event: NewEvent): void {
    this.events.push(event)
    const entry = toStoredEvent(event, { ...this.context, projectId: this.project.id, seq: 0 })
    this.project = evolveProject(this.project, entry) ?? this.project
    const task = event.taskId && evolveTask(this.tasks.get(event.taskId), entry)
    if (task) this.tasks.set(task.id, task)
    if ('commentId' in event.data) {
      const comment = evolveComment(this.comments.get(event.data.commentId), entry)
      if (comment) this.comments.set(comment.id, comment)
    }
    if ('worklogId' in event.data) {
      const worklog = evolveWorklog(this.worklogs.get(event.data.worklogId), entry)
      if (worklog) this.worklogs.set(worklog.id, worklog)
    }
  }
}
