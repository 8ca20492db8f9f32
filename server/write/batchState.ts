import type { CommandEnvelope } from '@/domain/commands'
import type { Comment } from '@/domain/comment/comment'
import { evolveComment } from '@/domain/comment/comment'
import type { Conflict } from '@/domain/conflict/conflict'
import { conflictIdOf, evolveConflict } from '@/domain/conflict/conflict'
import type { DecisionContext, DecisionState } from '@/domain/decision'
import type { StoredEvent } from '@/domain/events'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import { evolveProject } from '@/domain/project/evolve'
import type { Project } from '@/domain/project/project'
import { evolveTask } from '@/domain/task/evolve'
import type { HierarchyTask } from '@/domain/task/hierarchy'
import type { Task } from '@/domain/task/task'
import { taskRefsOf } from '@/domain/taskRefs'
import { affectedTasksOf } from '@/domain/undo/affectedTasks'
import { introducedSprintId } from '@/domain/undo/invertSprintEvent'
import { evolveWorklog, type Worklog } from '@/domain/worklog/worklog'
import type { LoadedRows } from './load'
import type { ReadSet } from './readSet'
import { childrenToTransfer, tasksOfComponentOrVersion, tasksToCopy } from './relatedTasks'

const indexById = <T extends { id: Id }>(items: T[]) =>
  new Map(items.map((item) => [item.id, item]))

/** The loaded state of a project, after the decisions made so far in the batch. */
export class BatchState {
  project: Project | undefined
  readonly tasks: Map<Id, Task>
  /** The tasks as they were loaded. */
  readonly loadedTasks: ReadonlyMap<Id, Task>
  readonly comments: Map<Id, Comment>
  readonly worklogs: Map<Id, Worklog>
  readonly conflicts: Map<Id, Conflict>
  /** Parents and children as they were loaded. */
  private readonly loadedRelations: Map<Id, HierarchyTask>

  constructor(
    loaded: LoadedRows,
    protected readonly readSet: ReadSet,
    protected readonly eventsToUndo: ReadonlyMap<Id, StoredEvent[]>,
  ) {
    const [row] = loaded.project
    const { statuses, sprints, components, fixVersions } = loaded
    if (row) {
      const { seq: _seq, ...project } = row
      this.project = { ...project, statuses, sprints, components, fixVersions }
    }
    const { statusTasks, sprintTasks, componentOrVersionTasks, childTasks, tasks } = loaded
    this.tasks = indexById<Task>([
      ...statusTasks,
      ...sprintTasks,
      ...componentOrVersionTasks,
      ...childTasks,
      ...tasks,
    ])
    this.loadedTasks = new Map(this.tasks)
    this.comments = indexById<Comment>([...loaded.comments, ...loaded.commentsOfTasks])
    this.worklogs = indexById<Worklog>([
      ...loaded.worklogs.map(({ timeZone: _timeZone, ...each }) => each),
      ...loaded.worklogsOfTasks,
    ])
    this.conflicts = indexById(loaded.conflicts.map(({ body }) => body))
    this.loadedRelations = indexById<HierarchyTask>([...loaded.ancestors, ...loaded.children])
  }

  /** What the command looks at, as it is now. */
  stateFor({ command }: CommandEnvelope): DecisionState {
    const conflict =
      command.type === 'conflict.resolve' ? this.conflicts.get(command.conflictId) : undefined
    const subject = conflict ? conflict.command : command
    if (command.type === 'command.undo')
      return this.stateForUndo(this.eventsToUndo.get(command.undoneCommandId))
    const taskRefs = taskRefsOf(subject)
    const taskId = conflict?.taskId ?? taskRefs[0]?.taskId
    const commentId = 'commentId' in subject ? subject.commentId : null
    const worklogId = 'worklogId' in subject ? subject.worklogId : null
    return {
      project: this.project,
      task: taskId ? this.tasks.get(taskId) : undefined,
      tasks: 'tasks' in subject ? this.tasksOf(taskRefs) : tasksToCopy(subject, this.tasks),
      sprintTasks: 'sprintId' in subject ? this.tasksInSprint(subject.sprintId) : undefined,
      comment: commentId ? this.comments.get(commentId) : undefined,
      worklog: worklogId ? this.worklogs.get(worklogId) : undefined,
      conflict,
      affectedTasks: tasksOfComponentOrVersion(subject, this.tasks),
      children: childrenToTransfer(subject, this.tasks),
      ...(subject.type === 'task.transfer' && { comments: this.comments, worklogs: this.worklogs }),
      statusTasks:
        subject.type === 'status.remove' ? this.tasksInStatus(subject.statusId) : undefined,
      tasksByStatus:
        subject.type === 'workflow.change' ? this.tasksByStatus(subject.reassignments) : undefined,
    }
  }

  /** Parents and children, asked only of tasks whose own were loaded. */
  protected readonly hierarchy: DecisionContext['hierarchy'] = {
    find: (id) => this.tasks.get(id) ?? this.loadedRelations.get(id),
    childrenOf: (id) =>
      [...new Map<Id, HierarchyTask>([...this.loadedRelations, ...this.tasks]).values()].filter(
        (each) => each.parentId === id,
      ),
  }

  /** Moves on by an event; gives the task that it is about, as it is then. */
  protected applyEvent(entry: StoredEvent): Task | undefined {
    this.project = evolveProject(this.project, entry)
    const task = entry.taskId ? evolveTask(this.tasks.get(entry.taskId), entry) : undefined
    if (task) this.tasks.set(task.id, task)
    this.applyToCommentsAndWorklogs(entry)
    const id = conflictIdOf(entry)
    const conflict = id && evolveConflict(this.conflicts.get(id), entry)
    if (conflict) this.conflicts.set(conflict.id, conflict)
    return task
  }

  /** What stands under a task: its comments and worklogs. */
  private applyToCommentsAndWorklogs(entry: StoredEvent): void {
    if ('commentId' in entry.data) {
      const id = entry.data.commentId
      const comment = evolveComment(this.comments.get(id), entry)
      if (comment) this.comments.set(id, comment)
    }
    if ('worklogId' in entry.data) {
      const id = entry.data.worklogId
      const worklog = evolveWorklog(this.worklogs.get(id), entry)
      if (worklog) this.worklogs.set(id, worklog)
    }
  }

  private stateForUndo(eventsToUndo: StoredEvent[] = []): DecisionState {
    const [sprintId] = eventsToUndo.flatMap((event) => introducedSprintId(event) ?? [])
    const taskRefs = eventsToUndo.flatMap(({ taskId }) => (taskId ? [{ taskId }] : []))
    return {
      project: this.project,
      undoneEvents: eventsToUndo,
      tasks: this.tasksOf(taskRefs),
      comments: this.comments,
      worklogs: this.worklogs,
      sprintTasks: sprintId ? this.tasksInSprint(sprintId) : undefined,
      affectedTasks: affectedTasksOf(eventsToUndo, this.tasks.values()),
    }
  }

  /** The tasks of a status as they are now, in the order of their ranks. */
  private tasksInStatus(statusId: string): Task[] {
    return [...this.tasks.values()]
      .filter((task) => task.statusId === statusId && !task.archivedAt)
      .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.number - b.number))
  }

  private tasksByStatus(reassignments: Record<StatusId, StatusId>): ReadonlyMap<StatusId, Task[]> {
    return new Map(Object.keys(reassignments).map((id) => [id, this.tasksInStatus(id)]))
  }

  private tasksOf(taskRefs: { taskId: Id }[]): ReadonlyMap<Id, Task> {
    return new Map(
      taskRefs.flatMap(({ taskId }) => {
        const task = this.tasks.get(taskId)
        return task ? [[taskId, task] as const] : []
      }),
    )
  }

  /** The tasks of a sprint as they are now, in planning order. */
  private tasksInSprint(sprintId: Id | null): Task[] {
    if (!sprintId || !this.readSet.sprintTasks.has(sprintId)) return []
    return [...this.tasks.values()]
      .filter((task) => task.sprintId === sprintId)
      .sort((a, b) => (a.backlogRank < b.backlogRank ? -1 : 1))
  }
}
