import { hasComponentOrVersion } from '@/domain/component/componentsAndVersions'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import { type RankRange, type TargetPosition, WHOLE_PROJECT } from '@/domain/kernel/rank'
import type { ReadSource } from '@/domain/reads'
import type { TaskHierarchy } from '@/domain/task/hierarchy'
import type { Task } from '@/domain/task/task'
import {
  type PreviousPosition,
  type PreviousPositionRef,
  previousRanksOf,
} from '@/domain/undo/previousRanks'
import type { ReplicaCard } from '../replicaTypes'
import { backlogNeighbourRanks, lastRankInProject, neighbourRanks } from './neighbourRanks'
import type { PredictionDependencies } from './pendingCommand'
import type { ReplicaState } from './replicaState'

/** The reads of a command in the browser: the replica, as far as it is loaded. */
export class ReplicaReadSource implements ReadSource {
  readonly hierarchy: TaskHierarchy
  /** Only the server knows the locked period. */
  readonly timeLock = { lockedUntil: null, timeZoneOf: () => 'UTC' }

  constructor(
    private readonly board: ReplicaState,
    private readonly dependencies: PredictionDependencies,
  ) {
    this.hierarchy = {
      find: (id) => board.cards.get(id),
      childrenOf: (id) => this.tasksWhere((card) => card.parentId === id),
    }
  }

  get project() {
    return this.board.project
  }

  /** A card lacks only its description, which only an edit of the description reads. */
  task(id: Id) {
    return this.board.cards.get(id) as Task | undefined
  }

  comment(id: Id) {
    return findIn(this.board.comments, id)
  }

  worklog(id: Id) {
    return findIn(this.board.worklogs, id)
  }

  conflict(id: Id) {
    return this.board.conflicts.find((each) => each.id === id)
  }

  eventsOfCommand(commandId: Id) {
    return this.dependencies.eventsOfCommand(commandId)
  }

  concurrentEvents(taskId: Id | null, afterVersion: number) {
    return this.dependencies.concurrentEvents(taskId, afterVersion)
  }

  tasksInStatus(statusId: StatusId) {
    const ids = this.board.columns.get(statusId)?.ids ?? []
    return ids.flatMap((id) => this.task(id) ?? [])
  }

  tasksInSprint(sprintId: Id) {
    return this.tasksWhere((card) => card.sprintId === sprintId).sort((a, b) =>
      a.backlogRank < b.backlogRank ? -1 : 1,
    )
  }

  tasksWith(componentOrVersionIds: readonly Id[]) {
    return this.tasksWhere((card) =>
      componentOrVersionIds.some((id) => hasComponentOrVersion(card, id)),
    )
  }

  transferOf(taskId: Id) {
    const children = this.tasksWhere((card) => card.parentId === taskId)
    const ids = [taskId, ...children.map((each) => each.id)]
    return {
      children,
      comments: ids.flatMap((id) => this.board.comments.get(id) ?? []),
      worklogs: ids.flatMap((id) => this.board.worklogs.get(id) ?? []),
    }
  }

  /**
   * Other projects are not in the replica, so such a command is shown when the server has
   * responded.
   */
  targetProject() {
    return undefined
  }

  rankRange(target: TargetPosition): RankRange {
    return target.statusId === WHOLE_PROJECT
      ? { lower: lastRankInProject(this.board), upper: null }
      : neighbourRanks(this.board, target)
  }

  backlogRankRange(target: TargetPosition): RankRange {
    return backlogNeighbourRanks(this.board, target)
  }

  previousRanks(positions: readonly PreviousPositionRef[]) {
    return previousRanksOf(positions.flatMap((each) => this.previousPosition(each) ?? []))
  }

  /** A person unknown to the replica may exist, so the check is left to the server. */
  isMember() {
    return true
  }

  /** Imports are never predicted. */
  importedTask() {
    return { commentIds: new Set<Id>(), worklogIds: new Set<Id>(), lastImportedAt: null }
  }

  newProject() {
    return { isIdTaken: true, isKeyTaken: false }
  }

  private tasksWhere(condition: (card: ReplicaCard) => boolean): Task[] {
    return [...this.board.cards.values()].filter(condition) as Task[]
  }

  private previousPosition({
    taskId,
    statusId: column,
    rank,
  }: PreviousPositionRef): PreviousPosition | undefined {
    const statusId = column ?? null
    const card = this.board.cards.get(taskId)
    if (!card) return undefined
    const wanted = rank ?? card.rank
    const others = [...this.board.cards.values()].filter(
      (each) =>
        each.id !== taskId &&
        (statusId === null || (each.statusId === statusId && !each.archivedAt)),
    )
    const ranks = others.map((each) => (statusId === null ? each.backlogRank : each.rank))
    const nextRank = ranks.reduce<string | null>(
      (next, each) => (each > wanted && (next === null || each < next) ? each : next),
      null,
    )
    return { taskId, statusId, rank: wanted, isTaken: ranks.includes(wanted), nextRank }
  }
}

function findIn<T extends { id: Id }>(all: ReadonlyMap<Id, readonly T[]>, id: Id): T | undefined {
  for (const ofTask of all.values()) {
    const found = ofTask.find((each) => each.id === id)
    if (found) return found
  }
  return undefined
}
