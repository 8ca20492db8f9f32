import { applyEvent, type EntityStore, type EventTarget } from './applyEvent'
import type { Sender } from './decision'
import type { EventBody, NewEvent, StoredEvent } from './events'
import type { Id } from './kernel/primitives'
import type { RankRange, TargetPosition } from './kernel/rank'
import type { Project } from './project/project'
import type { ReadSource } from './reads'
import type { TaskHierarchy } from './task/hierarchy'
import type { Task } from './task/task'
import { toStoredEvent } from './toStoredEvent'

/** The ranks at which nested commands place tasks, instead of those of their own positions. */
export interface FixedRanges {
  rankRange: RankRange
  backlogRankRange: RankRange
}

type FindEntity<T> = (id: Id) => T | undefined

/** The changed entities, on top of those of another store. */
class Overlay<T> implements EntityStore<T> {
  private readonly changed = new Map<Id, T>()

  constructor(private readonly find: FindEntity<T>) {}

  get(id: Id): T | undefined {
    return this.changed.get(id) ?? this.find(id)
  }

  set(id: Id, entity: T): void {
    this.changed.set(id, entity)
  }

  /** Returns an entity that has changed; undefined for one that has not. */
  changedOnly(id: Id): T | undefined {
    return this.changed.get(id)
  }

  /** Returns all entities that have changed. */
  allChanged(): T[] {
    return [...this.changed.values()]
  }
}

/**
 * The state during a decision in several steps: each event changes it, and unchanged data comes
 * from the source below. Nested commands are decided on it.
 */
export class WorkingState implements ReadSource, EventTarget {
  readonly events: NewEvent[] = []
  readonly tasks: Overlay<Task>
  readonly comments: Overlay<NonNullable<ReturnType<ReadSource['comment']>>>
  readonly worklogs: Overlay<NonNullable<ReturnType<ReadSource['worklog']>>>
  readonly conflicts: Overlay<NonNullable<ReturnType<ReadSource['conflict']>>>
  /** Null to use the source's ranges. */
  ranges: FixedRanges | null = null

  constructor(
    public project: Project,
    private readonly source: ReadSource,
    private readonly sender: Sender,
  ) {
    this.tasks = new Overlay((id) => source.task(id))
    this.comments = new Overlay((id) => source.comment(id))
    this.worklogs = new Overlay((id) => source.worklog(id))
    this.conflicts = new Overlay((id) => source.conflict(id))
  }

  /** Records an event about a task as its next version. */
  recordTaskEvent(task: Task, event: EventBody): void {
    this.record({ ...event, taskId: task.id, version: task.version + 1 } as NewEvent)
  }

  /** Records an event about the project as its next version. */
  recordProjectEvent(event: EventBody): void {
    this.record({ ...event, taskId: null, version: this.project.version + 1 } as NewEvent)
  }

  /** Records an event unchanged. */
  record(event: NewEvent): void {
    this.events.push(event)
    applyEvent(this, toStoredEvent(event, { ...this.sender, projectId: this.project.id, seq: 0 }))
  }

  task(id: Id) {
    return this.tasks.get(id)
  }

  comment(id: Id) {
    return this.comments.get(id)
  }

  worklog(id: Id) {
    return this.worklogs.get(id)
  }

  conflict(id: Id) {
    return this.conflicts.get(id)
  }

  rankRange(target: TargetPosition): RankRange {
    return this.ranges ? this.ranges.rankRange : this.source.rankRange(target)
  }

  backlogRankRange(target: TargetPosition): RankRange {
    return this.ranges ? this.ranges.backlogRankRange : this.source.backlogRankRange(target)
  }

  /** The hierarchy with the recorded changes of types, parents and archived tasks. */
  get hierarchy(): TaskHierarchy {
    const { hierarchy } = this.source
    const { tasks } = this
    return {
      find: (id) => tasks.changedOnly(id) ?? hierarchy.find(id),
      childrenOf: (id) => [
        ...hierarchy.childrenOf(id).filter((child) => !tasks.changedOnly(child.id)),
        ...tasks.allChanged().filter((task) => task.parentId === id),
      ],
    }
  }

  get timeLock() {
    return this.source.timeLock
  }

  eventsOfCommand(commandId: Id): readonly StoredEvent[] {
    return this.source.eventsOfCommand(commandId)
  }

  concurrentEvents(taskId: Id | null, afterVersion: number): readonly StoredEvent[] {
    return this.source.concurrentEvents(taskId, afterVersion)
  }

  tasksInStatus(statusId: string) {
    return this.source.tasksInStatus(statusId)
  }

  tasksInSprint(sprintId: Id) {
    return this.source.tasksInSprint(sprintId)
  }

  tasksWith(componentOrVersionIds: readonly Id[]) {
    return this.source.tasksWith(componentOrVersionIds)
  }

  transferOf(taskId: Id) {
    return this.source.transferOf(taskId)
  }

  targetProject(projectId: Id) {
    return this.source.targetProject(projectId)
  }

  previousRanks(positions: Parameters<ReadSource['previousRanks']>[0]) {
    return this.source.previousRanks(positions)
  }

  isMember(id: Id): boolean {
    return this.source.isMember(id)
  }

  importedTask(id: Id) {
    return this.source.importedTask(id)
  }

  newProject(key: string) {
    return this.source.newProject(key)
  }
}
