import type { Envelope } from '@/domain/commands'
import type { Comment } from '@/domain/comment/comment'
import { evolveComment } from '@/domain/comment/comment'
import type { Conflict } from '@/domain/conflict/conflict'
import { conflictId, evolveConflict } from '@/domain/conflict/conflict'
import type { Facts, State } from '@/domain/decision'
import type { LoggedEvent } from '@/domain/events'
import { evolveProject } from '@/domain/project/evolve'
import type { Project } from '@/domain/project/project'
import { seenBy } from '@/domain/seen'
import { evolveTask } from '@/domain/task/evolve'
import type { Kin } from '@/domain/task/level'
import type { Task } from '@/domain/task/task'
import { carriersOf } from '@/domain/undo/carriers'
import { sprintComingIn } from '@/domain/undo/ofSprint'
import type { Id, StatusId } from '@/domain/words'
import { evolveWorklog, type Worklog } from '@/domain/worklog/worklog'
import { toComment, toConflict, toKin, toProject, toTask, toWorklog } from '../log/rows'
import type { Loaded } from './load'
import type { Needs } from './needed'
import { childrenBy, copiedBy, taggedBy } from './together'

const byId = <T extends { id: Id }>(items: T[]) => new Map(items.map((item) => [item.id, item]))

/** What a batch loaded of a project, as it stands after the decisions made so far. */
export class Standing {
  project: Project | undefined
  readonly tasks: Map<Id, Task>
  /** The tasks as they were loaded. */
  readonly before: ReadonlyMap<Id, Task>
  readonly comments: Map<Id, Comment>
  readonly worklogs: Map<Id, Worklog>
  readonly conflicts: Map<Id, Conflict>
  /** Parents and children as they were loaded. */
  private readonly family: Map<Id, Kin>

  constructor(
    loaded: Loaded,
    protected readonly needs: Needs,
    protected readonly undone: ReadonlyMap<Id, LoggedEvent[]>,
  ) {
    const row = loaded.project[0]
    this.project = row && toProject(row, loaded.statuses, loaded)
    const { columns, sprintTasks, tagged, family, tasks } = loaded
    this.tasks = byId([...columns, ...sprintTasks, ...tagged, ...family, ...tasks].map(toTask))
    this.before = new Map(this.tasks)
    this.comments = byId([...loaded.comments, ...loaded.said].map(toComment))
    this.worklogs = byId([...loaded.worklogs, ...loaded.spent].map(toWorklog))
    this.conflicts = byId(loaded.conflicts.map(toConflict))
    this.family = byId([...loaded.above, ...loaded.below].map(toKin))
  }

  /** What the command looks at, as it is now. */
  state({ command }: Envelope): State {
    const conflict =
      command.type === 'conflict.resolve' ? this.conflicts.get(command.conflictId) : undefined
    const about = conflict ? conflict.command : command
    if (command.type === 'command.undo') return this.stateOfUndo(this.undone.get(command.undoes))
    const seen = seenBy(about)
    const taskId = conflict?.taskId ?? seen[0]?.taskId
    const commentId = 'commentId' in about ? about.commentId : null
    const worklogId = 'worklogId' in about ? about.worklogId : null
    return {
      project: this.project,
      task: taskId ? this.tasks.get(taskId) : undefined,
      tasks: 'tasks' in about ? this.named(seen) : copiedBy(about, this.tasks),
      sprintTasks: 'sprintId' in about ? this.inSprint(about.sprintId) : undefined,
      comment: commentId ? this.comments.get(commentId) : undefined,
      worklog: worklogId ? this.worklogs.get(worklogId) : undefined,
      conflict,
      tagged: taggedBy(about, this.tasks),
      children: childrenBy(about, this.tasks),
      ...(about.type === 'task.transfer' && { comments: this.comments, worklogs: this.worklogs }),
      column: about.type === 'status.remove' ? this.column(about.statusId) : undefined,
      columns: about.type === 'workflow.change' ? this.columns(about.orphans) : undefined,
    }
  }

  /** Parents and children, asked only of tasks whose own were loaded. */
  protected readonly kin: Facts['kin'] = {
    of: (id) => this.tasks.get(id) ?? this.family.get(id),
    childrenOf: (id) =>
      [...new Map<Id, Kin>([...this.family, ...this.tasks]).values()].filter(
        (each) => each.parentId === id,
      ),
  }

  /** Moves on by an event; gives the task that it is about, as it is then. */
  protected evolve(entry: LoggedEvent): Task | undefined {
    this.project = evolveProject(this.project, entry)
    const task = entry.taskId ? evolveTask(this.tasks.get(entry.taskId), entry) : undefined
    if (task) this.tasks.set(task.id, task)
    this.evolveThread(entry)
    const id = conflictId(entry)
    const conflict = id && evolveConflict(this.conflicts.get(id), entry)
    if (conflict) this.conflicts.set(conflict.id, conflict)
    return task
  }

  /** What stands under a task: its comments and worklogs. */
  private evolveThread(entry: LoggedEvent): void {
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

  private stateOfUndo(undone: LoggedEvent[] = []): State {
    const [sprintId] = undone.flatMap((event) => sprintComingIn(event) ?? [])
    const named = undone.flatMap(({ taskId }) => (taskId ? [{ taskId }] : []))
    return {
      project: this.project,
      undone,
      tasks: this.named(named),
      comments: this.comments,
      worklogs: this.worklogs,
      sprintTasks: sprintId ? this.inSprint(sprintId) : undefined,
      tagged: carriersOf(undone, this.tasks.values()),
    }
  }

  /** The tasks of a status as they are now, in the order of their ranks. */
  private column(statusId: string): Task[] {
    return [...this.tasks.values()]
      .filter((task) => task.statusId === statusId && !task.archivedAt)
      .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.number - b.number))
  }

  private columns(orphans: Record<StatusId, StatusId>): ReadonlyMap<StatusId, Task[]> {
    return new Map(Object.keys(orphans).map((id) => [id, this.column(id)]))
  }

  private named(seen: { taskId: Id }[]): ReadonlyMap<Id, Task> {
    return new Map(
      seen.flatMap(({ taskId }) => {
        const task = this.tasks.get(taskId)
        return task ? [[taskId, task] as const] : []
      }),
    )
  }

  /** The tasks of a sprint as they are now, in planning order. */
  private inSprint(sprintId: Id | null): Task[] {
    if (!sprintId || !this.needs.sprintTasks.has(sprintId)) return []
    return [...this.tasks.values()]
      .filter((task) => task.sprintId === sprintId)
      .sort((a, b) => (a.planRank < b.planRank ? -1 : 1))
  }
}
