import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { RankRange, TargetPosition } from '@/domain/kernel/rank'
import type { ReadSource } from '@/domain/reads'
import type { PreviousPositionRef } from '@/domain/undo/previousRanks'
import type { UnitOfWork } from './unitOfWork'

/** The read source of one command in a batch: the rows as the earlier commands leave them. */
export class BatchReadSource implements ReadSource {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly commandId: Id,
  ) {}

  get project() {
    return this.unitOfWork.project
  }

  get hierarchy() {
    return this.unitOfWork.hierarchy
  }

  get timeLock() {
    return this.unitOfWork.timeLock
  }

  task(id: Id) {
    return this.unitOfWork.tasks.get(id)
  }

  comment(id: Id) {
    return this.unitOfWork.comments.get(id)
  }

  worklog(id: Id) {
    return this.unitOfWork.worklogs.get(id)
  }

  conflict(id: Id) {
    return this.unitOfWork.conflicts.get(id)
  }

  eventsOfCommand(commandId: Id) {
    return this.unitOfWork.eventsToUndo.get(commandId) ?? []
  }

  concurrentEvents(taskId: Id | null, afterVersion: number) {
    return this.unitOfWork.concurrentEvents.afterVersion(taskId, afterVersion)
  }

  tasksInStatus(statusId: StatusId) {
    return this.unitOfWork.tasksInStatus(statusId)
  }

  tasksInSprint(sprintId: Id) {
    return this.unitOfWork.tasksInSprint(sprintId)
  }

  tasksWith(componentOrVersionIds: readonly Id[]) {
    return this.unitOfWork.tasksWith(componentOrVersionIds)
  }

  transferOf(taskId: Id) {
    return this.unitOfWork.transferOf(taskId)
  }

  targetProject(projectId: Id) {
    const { destination } = this.unitOfWork
    return destination?.id === projectId ? destination : undefined
  }

  rankRange(target: TargetPosition): RankRange {
    return this.unitOfWork.columnPosition(this.commandId, target).range
  }

  backlogRankRange(target: TargetPosition): RankRange {
    return this.unitOfWork.backlogPosition(this.commandId, target).range
  }

  previousRanks(positions: readonly PreviousPositionRef[]) {
    return this.unitOfWork.previousRanks(positions)
  }

  isMember(id: Id) {
    return this.unitOfWork.isMember(id)
  }

  importedTask(id: Id) {
    return this.unitOfWork.importedTask(id)
  }

  newProject(key: string) {
    return this.unitOfWork.newProject(key)
  }
}
