import { toStoredEvent as readEvent } from '@/db/storedEvent'
import { applyEvent } from '@/domain/applyEvent'
import type { CommandEnvelope } from '@/domain/commands'
import type { Decision, Sender } from '@/domain/decision'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import { backlogSectionOf, type RankRange, type TargetPosition } from '@/domain/kernel/rank'
import type { Project } from '@/domain/project/project'
import type { ImportedTaskRecord, NewProjectCheck, ReadSource, TimeLock } from '@/domain/reads'
import { BACKLOG_EVENT_TYPES, COLUMN_EVENT_TYPES } from '@/domain/task/positionEvents'
import type { Task } from '@/domain/task/task'
import { toStoredEvent } from '@/domain/toStoredEvent'
import {
  type PreviousPosition,
  type PreviousPositionRef,
  previousRanksOf,
  type TaskRanks,
} from '@/domain/undo/previousRanks'
import { BatchReadSource } from './batchReadSource'
import { BatchState } from './batchState'
import { ConcurrentEvents } from './concurrentEvents'
import type { LoadedRows } from './load'
import { type Neighbours, NO_NEIGHBOURS, RankIndex, type ResolvedPosition } from './rankIndex'
import type { ReadSet } from './readSet'

const UNBOUNDED: RankRange = { lower: null, upper: null }

type StoredRanges = { column: RankRange | null; backlog: RankRange | null }

/**
 * The state of a project while a batch is decided: the loaded rows with the events of each decision
 * applied, so that every command sees the result of the earlier ones.
 */
export class UnitOfWork extends BatchState {
  readonly events: StoredEvent[] = []
  /** The last `seq` in use: the stored one until events are appended. */
  seq: number
  readonly columnRanks = new RankIndex()
  private readonly columnNeighbours: Map<Id, Neighbours>
  readonly backlogRanks = new RankIndex(true)
  private readonly backlogNeighbours: Map<Id, Neighbours>
  private readonly previousPositions: PreviousPosition[]
  private readonly people: Map<Id, LoadedRows['people'][number]>
  private readonly importedTasks: Map<Id, LoadedRows['importedTasks'][number]>
  private readonly takenKeys: Set<string>
  private readonly isIdTaken: boolean
  private readonly lockedUntil: string | null
  private readonly timeZones: Map<Id, string | null>
  readonly concurrentEvents = new ConcurrentEvents()

  constructor(
    loaded: LoadedRows,
    private readonly readSet: ReadSet,
    /** The events of undone commands, by command id. */
    readonly eventsToUndo: ReadonlyMap<Id, StoredEvent[]>,
    /** The target project of a transfer. */
    readonly destination?: Project,
  ) {
    super(loaded)
    this.seq = loaded.project[0]?.seq ?? 0
    this.lockedUntil = loaded.timeLock[0]?.lockedUntil ?? null
    const authors = loaded.worklogs.map((each) => [each.author, each.timeZone] as const)
    const members = loaded.people.map((each) => [each.id, each.timeZone] as const)
    this.timeZones = new Map([...authors, ...members])
    this.people = new Map(loaded.people.map((each) => [each.id, each]))
    this.columnNeighbours = new Map(loaded.neighbours.map((each) => [each.commandId, each]))
    this.previousPositions = loaded.previousPositions
    this.backlogNeighbours = new Map(loaded.backlogNeighbours.map((each) => [each.commandId, each]))
    this.importedTasks = new Map(loaded.importedTasks.map((each) => [each.id, each]))
    this.takenKeys = new Set(loaded.projectKeys.map((each) => each.key))
    this.isIdTaken = loaded.foreignProject.length > 0
    for (const each of [...loaded.concurrentEvents, ...loaded.concurrentProjectEvents])
      this.concurrentEvents.add(readEvent(each))
  }

  /**
   * Returns the sender of a command, or undefined when the actor is not a person of this workspace.
   */
  senderOf(
    { commandId, clientId }: CommandEnvelope,
    actor: Id,
    workspaceId: Id,
    at: string,
  ): Sender | undefined {
    const person = this.people.get(actor)
    if (!person || person.removedAt) return undefined
    return {
      at,
      actor: {
        id: actor,
        role: person.role,
        roleSince: person.roleSince,
        formerRole: person.formerRole,
      },
      workspaceId,
      commandId,
      clientId,
      issuedAt: issuedAt(commandId) ?? at,
    }
  }

  /** Returns the source of a command's reads. */
  readSourceFor(commandId: Id): ReadSource {
    return new BatchReadSource(this, commandId)
  }

  isMember(id: Id): boolean {
    const person = this.people.get(id)
    return person !== undefined && !person.removedAt
  }

  /** The workspace's time lock. */
  get timeLock(): TimeLock {
    return {
      lockedUntil: this.lockedUntil,
      timeZoneOf: (id) => this.timeZones.get(id) ?? 'UTC',
    }
  }

  /**
   * Returns which comments and worklogs of a task earlier imports created, and when it was last
   * imported.
   */
  importedTask(id: Id): ImportedTaskRecord {
    const row = this.importedTasks.get(id)
    return {
      commentIds: new Set(row?.comments),
      worklogIds: new Set(row?.worklogs),
      lastImportedAt: row?.importedUntil ?? null,
    }
  }

  /** Returns whether this project's id and a key are already taken. */
  newProject(key: string): NewProjectCheck {
    return {
      isIdTaken: this.project !== undefined || this.isIdTaken,
      isKeyTaken: this.takenKeys.has(key),
    }
  }

  /** Returns the ranks of tasks that return to previous positions, by task id. */
  previousRanks(positions: readonly PreviousPositionRef[]): Map<Id, TaskRanks> {
    const taskIds = new Set(positions.map((each) => each.taskId))
    const own = this.previousPositions.filter((each) => taskIds.has(each.taskId))
    return previousRanksOf(
      own.map((each) =>
        (each.statusId === null ? this.backlogRanks : this.columnRanks).withBatchChanges(each),
      ),
    )
  }

  /** Appends a decision's events to the log and applies them to the project's state. */
  append(decision: Decision, envelope: CommandEnvelope, sender: Sender): StoredEvent[] {
    const { commandId } = envelope
    // Only the neighbours of target positions are loaded. Undone commands, imports and the end of a
    // sprint move tasks to other positions.
    const { positions, backlogPositions } = this.readSet
    const storedRanges: StoredRanges = {
      column: positions.has(commandId) ? this.columnPosition(commandId).storedRange : null,
      backlog: backlogPositions.has(commandId) ? this.backlogPosition(commandId).storedRange : null,
    }
    return decision.events.map((event) => {
      this.seq++
      const stored = toStoredEvent(event, {
        ...sender,
        projectId: envelope.projectId,
        seq: this.seq,
      })
      this.events.push(stored)
      this.concurrentEvents.add(stored)
      applyEvent(this, stored)
      const task = stored.taskId ? this.tasks.get(stored.taskId) : undefined
      if (task) this.recordPosition(stored, task, storedRanges)
      return stored
    })
  }

  /**
   * Records the position that an event gave a task, so that later commands can be placed beside it.
   */
  private recordPosition({ type }: StoredEvent, task: Task, storedRanges: StoredRanges): void {
    const { id, statusId, rank, backlogRank, archivedAt } = task
    if (COLUMN_EVENT_TYPES.has(type))
      this.columnRanks.place(id, statusId, rank, storedRanges.column)
    if (BACKLOG_EVENT_TYPES.has(type))
      this.backlogRanks.place(id, backlogSectionOf(task), backlogRank, storedRanges.backlog)
    if (archivedAt) this.columnRanks.place(id, statusId, null, null)
  }

  /** Returns the target position of a command in a column. */
  columnPosition(
    commandId: Id,
    target: TargetPosition | undefined = this.readSet.positions.get(commandId),
  ): ResolvedPosition {
    return resolve(this.columnRanks, target, this.columnNeighbours.get(commandId))
  }

  /** Returns the target position of a command in the backlog order. */
  backlogPosition(
    commandId: Id,
    target: TargetPosition | undefined = this.readSet.backlogPositions.get(commandId),
  ): ResolvedPosition {
    return resolve(this.backlogRanks, target, this.backlogNeighbours.get(commandId))
  }
}

const resolve = (
  ranks: RankIndex,
  target: TargetPosition | undefined,
  neighbours: Neighbours = NO_NEIGHBOURS,
): ResolvedPosition =>
  target ? ranks.resolve(target, neighbours) : { range: UNBOUNDED, storedRange: UNBOUNDED }

/** Returns the time of a UUIDv7 in ISO 8601, or undefined for other ids. */
function issuedAt(commandId: Id): string | undefined {
  if (commandId[14] !== '7') return undefined
  const ms = Number.parseInt(commandId.replace('-', '').slice(0, 12), 16)
  return new Date(ms).toISOString()
}
