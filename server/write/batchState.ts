import type { EventTarget } from '@/domain/applyEvent'
import type { Comment } from '@/domain/comment/comment'
import { hasComponentOrVersion } from '@/domain/component/componentsAndVersions'
import type { Conflict } from '@/domain/conflict/conflict'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { Project } from '@/domain/project/project'
import type { TransferReads } from '@/domain/reads'
import type { HierarchyTask, TaskHierarchy } from '@/domain/task/hierarchy'
import type { Task } from '@/domain/task/task'
import type { Worklog } from '@/domain/worklog/worklog'
import type { LoadedRows } from './load'

const indexById = <T extends { id: Id }>(items: T[]) =>
  new Map(items.map((item) => [item.id, item]))

/** The loaded state of a project, after the decisions made so far in the batch. */
export class BatchState implements EventTarget {
  project: Project | undefined
  readonly tasks: Map<Id, Task>
  /** The tasks as they were loaded. */
  readonly loadedTasks: ReadonlyMap<Id, Task>
  readonly comments: Map<Id, Comment>
  readonly worklogs: Map<Id, Worklog>
  readonly conflicts: Map<Id, Conflict>
  /** The relatives of tasks as they were loaded. */
  private readonly loadedRelations: Map<Id, HierarchyTask>

  constructor(loaded: LoadedRows) {
    const [row] = loaded.project
    const { statuses, sprints, components, versions } = loaded
    if (row) {
      const { seq: _seq, ...project } = row
      this.project = { ...project, statuses, sprints, components, versions }
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

  /** Parents and children. Complete only for tasks whose relatives were loaded. */
  readonly hierarchy: TaskHierarchy = {
    find: (id) => this.tasks.get(id) ?? this.loadedRelations.get(id),
    childrenOf: (id) =>
      [...new Map<Id, HierarchyTask>([...this.loadedRelations, ...this.tasks]).values()].filter(
        (each) => each.parentId === id,
      ),
  }

  /** Returns the tasks of a status that are not archived, in rank order. */
  tasksInStatus(statusId: StatusId): Task[] {
    return [...this.tasks.values()]
      .filter((task) => task.statusId === statusId && !task.archivedAt)
      .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.number - b.number))
  }

  /** Returns the tasks of a sprint in backlog order. */
  tasksInSprint(sprintId: Id): Task[] {
    return [...this.tasks.values()]
      .filter((task) => task.sprintId === sprintId)
      .sort((a, b) => (a.backlogRank < b.backlogRank ? -1 : 1))
  }

  /** Returns the tasks that have at least one of the components or versions. */
  tasksWith(componentOrVersionIds: readonly Id[]): Task[] {
    return [...this.tasks.values()].filter((task) =>
      componentOrVersionIds.some((id) => hasComponentOrVersion(task, id)),
    )
  }

  /** Returns the children, comments and worklogs that are transferred with a task. */
  transferOf(taskId: Id): TransferReads {
    const children = [...this.tasks.values()].filter((task) => task.parentId === taskId)
    const ids = new Set([taskId, ...children.map((each) => each.id)])
    return {
      children,
      comments: [...this.comments.values()].filter((each) => ids.has(each.taskId)),
      worklogs: [...this.worklogs.values()].filter((each) => ids.has(each.taskId)),
    }
  }
}
