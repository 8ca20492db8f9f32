import { toStoredEvent as readEvent } from '@/db/storedEvent'
import { applyEvent } from '@/domain/applyEvent'
import type { CommandEnvelope } from '@/domain/commands'
import type { Decision, Sender } from '@/domain/decision'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import { backlogSectionOf, type RankRange, type TargetPosition } from '@/domain/kernel/rank'
import type { Project } from '@/domain/project/project'
import type { ImportedTaskRecord, NewProjectCheck, ReadSource, TimeLock } from '@/domain/reads'
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

/** What gives a task a place in a column. */
const PLACING_EVENTS = new Set<StoredEvent['type']>(['task.created', 'task.moved', 'task.restored'])

const UNBOUNDED: RankRange = { lower: null, upper: null }

type StoredRanges = { column: RankRange | null; backlog: RankRange | null }

/**
 * A project while a batch is decided: what was loaded, moved on by each decision in turn, so that
 * every command sees what the earlier ones leave.
 */
export class UnitOfWork extends BatchState {
  readonly events: StoredEvent[] = []
  /** The last position taken in the log; of the database until events are taken. */
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
    /** The events of commands that are undone, by command. */
    readonly eventsToUndo: ReadonlyMap<Id, StoredEvent[]>,
    /** The other project, where a task goes there. */
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

  /** Who sends a command; undefined when that is nobody here. */
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

  /** Where the reads of a command come from. */
  readSourceFor(commandId: Id): ReadSource {
    return new BatchReadSource(this, commandId)
  }

  isMember(id: Id): boolean {
    const person = this.people.get(id)
    return person !== undefined && !person.removedAt
  }

  /** Up to when logged time is locked. */
  get timeLock(): TimeLock {
    return {
      lockedUntil: this.lockedUntil,
      timeZoneOf: (id) => this.timeZones.get(id) ?? 'UTC',
    }
  }

  /** What earlier imports have brought of a task. */
  importedTask(id: Id): ImportedTaskRecord {
    const row = this.importedTasks.get(id)
    return {
      commentIds: new Set(row?.comments),
      worklogIds: new Set(row?.worklogs),
      lastImportedAt: row?.importedUntil ?? null,
    }
  }

  /** Whether the id of this project and a key are free. */
  newProject(key: string): NewProjectCheck {
    return {
      isIdTaken: this.project !== undefined || this.isIdTaken,
      isKeyTaken: this.takenKeys.has(key),
    }
  }

  /** The ranks at which tasks stand again that return to earlier positions. */
  previousRanks(positions: readonly PreviousPositionRef[]): Map<Id, TaskRanks> {
    const taskIds = new Set(positions.map((each) => each.taskId))
    const own = this.previousPositions.filter((each) => taskIds.has(each.taskId))
    return previousRanksOf(
      own.map((each) =>
        (each.statusId === null ? this.backlogRanks : this.columnRanks).withBatchChanges(each),
      ),
    )
  }

  /** Enters a decision's events into the log and moves the project on. */
  append(decision: Decision, envelope: CommandEnvelope, sender: Sender): StoredEvent[] {
    const { commandId, command } = envelope
    // Beside what returns to an earlier place nobody has asked what there is.
    const isUndo = command.type === 'command.undo'
    const storedRanges: StoredRanges = {
      column: isUndo ? null : this.columnPosition(commandId).storedRange,
      backlog: isUndo ? null : this.backlogPosition(commandId).storedRange,
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

  /** Notes where what happened put a task, so that the next command finds a place beside it. */
  private recordPosition({ type }: StoredEvent, task: Task, storedRanges: StoredRanges): void {
    if (PLACING_EVENTS.has(type))
      this.columnRanks.place(task.id, task.statusId, task.rank, storedRanges.column)
    if (type === 'task.planned') {
      this.backlogRanks.place(
        task.id,
        backlogSectionOf(task),
        task.backlogRank,
        storedRanges.backlog,
      )
    }
    // What the database has around a task that is only being made nobody has asked: it takes its
    // rank, but is no neighbour to be placed beside.
    if (type === 'task.created') this.backlogRanks.place(task.id, '', task.backlogRank, null)
    if (task.archivedAt) this.columnRanks.place(task.id, task.statusId, null, UNBOUNDED)
  }

  /** Where a command wants a task to stand in a column. */
  columnPosition(
    commandId: Id,
    target: TargetPosition | undefined = this.readSet.positions.get(commandId),
  ): ResolvedPosition {
    return resolve(this.columnRanks, target, this.columnNeighbours.get(commandId))
  }

  /** The same in the order of the backlog. */
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

/** The time in a UUIDv7, in ISO 8601; undefined for ids of another kind. */
function issuedAt(commandId: Id): string | undefined {
  if (commandId[14] !== '7') return undefined
  const ms = Number.parseInt(commandId.replace('-', '').slice(0, 12), 16)
  return new Date(ms).toISOString()
}
