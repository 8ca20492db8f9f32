import { hasComponentOrVersion } from '@/domain/component/componentsAndVersions'
import type { StoredEvent } from '@/domain/events'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { TargetPosition } from '@/domain/kernel/rank'
import type { ReadSource } from '@/domain/reads'
import type { PreviousPositionRef } from '@/domain/undo/previousRanks'
import {
  backlogRangeFor,
  columnOf,
  columnRangeFor,
  previousRanksFor,
  sectionOf,
} from './rankRanges'
import type { TestLog } from './testLog'

/** The read source of a log in memory, which reads what the server reads from rows. */
export class ProjectStateSource implements ReadSource {
  constructor(private readonly log: TestLog) {}

  private get state() {
    return this.log.projectState
  }

  get project() {
    return this.state.project
  }

  get hierarchy() {
    const { tasks } = this.state
    return {
      find: (id: Id) => tasks.get(id),
      childrenOf: (id: Id) => [...tasks.values()].filter((task) => task.parentId === id),
    }
  }

  get timeLock() {
    const { lockedUntil, zones } = this.log
    return { lockedUntil, timeZoneOf: (id: Id) => zones.get(id) ?? 'UTC' }
  }

  task(id: Id) {
    return this.state.tasks.get(id)
  }

  comment(id: Id) {
    return this.state.comments.get(id)
  }

  worklog(id: Id) {
    return this.state.worklogs.get(id)
  }

  conflict(id: Id) {
    return this.state.conflicts.get(id)
  }

  eventsOfCommand(commandId: Id): StoredEvent[] {
    return this.log.eventsOf(commandId)
  }

  concurrentEvents(taskId: Id | null, afterVersion: number): StoredEvent[] {
    return this.log.events.filter(
      (each) => each.taskId === taskId && each.version !== null && each.version > afterVersion,
    )
  }

  tasksInStatus(statusId: StatusId) {
    return columnOf(this.state, statusId)
  }

  tasksInSprint(sprintId: Id) {
    return sectionOf(this.state, sprintId)
  }

  tasksWith(componentOrVersionIds: readonly Id[]) {
    return [...this.state.tasks.values()].filter((task) =>
      componentOrVersionIds.some((id) => hasComponentOrVersion(task, id)),
    )
  }

  transferOf(taskId: Id) {
    return {
      children: this.hierarchy.childrenOf(taskId),
      comments: [...this.state.comments.values()],
      worklogs: [...this.state.worklogs.values()],
    }
  }

  targetProject(projectId: Id) {
    return projectId === 'elsewhere' ? this.log.targetProject() : undefined
  }

  rankRange(target: TargetPosition) {
    return columnRangeFor(this.state, target)
  }

  backlogRankRange(target: TargetPosition) {
    return backlogRangeFor(this.state, target)
  }

  previousRanks(positions: readonly PreviousPositionRef[]) {
    return previousRanksFor(this.state, positions)
  }

  isMember(id: Id) {
    return this.log.people.has(id)
  }

  importedTask(id: Id) {
    const imported = this.log.events.filter((each) => each.taskId === id && each.imported)
    const at = imported.map((each) => each.at).sort()
    return {
      commentIds: new Set(this.state.comments.keys()),
      worklogIds: new Set(this.state.worklogs.keys()),
      lastImportedAt: at.at(-1) ?? null,
    }
  }

  newProject() {
    return { isIdTaken: this.project !== undefined, isKeyTaken: false }
  }
}
