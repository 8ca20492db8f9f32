import { toStoredEvent as readEvent } from '@/db/storedEvent'
import type { CommandEnvelope } from '@/domain/commands'
import type { Decision, DecisionContext } from '@/domain/decision'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import type { RankRange } from '@/domain/kernel/rank'
import type { Project } from '@/domain/project/project'
import type { Task } from '@/domain/task/task'
import { toStoredEvent } from '@/domain/toStoredEvent'
import type { PreviousPosition } from '@/domain/undo/previousRanks'
import { BatchState } from './batchState'
import { ConcurrentEvents } from './concurrentEvents'
import type { LoadedRows } from './load'
import { restoredRanks } from './previousPositions'
import { type Neighbours, NO_NEIGHBOURS, RankIndex, type ResolvedPosition } from './rankIndex'
import { backlogSectionOf, type ReadSet } from './readSet'

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
  private readonly concurrentEvents = new ConcurrentEvents()

  constructor(
    loaded: LoadedRows,
    readSet: ReadSet,
    eventsToUndo: ReadonlyMap<Id, StoredEvent[]>,
    /** The other project, where a task goes there. */
    private readonly destination?: Project,
  ) {
    super(loaded, readSet, eventsToUndo)
    this.seq = loaded.project[0]?.seq ?? 0
    this.lockedUntil = loaded.timeLock[0]?.lockedUntil ?? null
    const authors = loaded.worklogs.map((each) => [each.author, each.timeZone] as const)
    const asked = loaded.people.map((each) => [each.id, each.timeZone] as const)
    this.timeZones = new Map([...authors, ...asked])
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

  /** What `decide` cannot know; undefined when the sender is nobody here. */
  contextFor(
    envelope: CommandEnvelope,
    actor: Id,
    workspaceId: Id,
    at: string,
  ): DecisionContext | undefined {
    const person = this.people.get(actor)
    if (!person || person.removedAt) return undefined
    const { command, commandId, clientId } = envelope
    const conflict =
      command.type === 'conflict.resolve' ? this.conflicts.get(command.conflictId) : undefined
    const eventsToUndo =
      command.type === 'command.undo'
        ? (this.eventsToUndo.get(command.undoneCommandId) ?? [])
        : null
    const concurrentByTask = eventsToUndo
      ? this.concurrentEvents.forUndo(eventsToUndo)
      : this.concurrentEvents.byTask(command, conflict)
    const earlierImport = 'taskId' in command ? this.importedTasks.get(command.taskId) : undefined
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
      concurrentEvents: concurrentByTask
        ? [...concurrentByTask.values()].flat()
        : this.concurrentEvents.forCommand(command, conflict),
      concurrentEventsByTask: concurrentByTask,
      rankRange: this.columnPosition(commandId).range,
      backlogRankRange: this.backlogPosition(commandId)?.range,
      previousRanks: eventsToUndo
        ? restoredRanks(eventsToUndo, this.previousPositions, this)
        : undefined,
      isMember: (id) => this.people.has(id) && !this.people.get(id)?.removedAt,
      lockedUntil: this.lockedUntil,
      timeZoneOf: (id) => this.timeZones.get(id) ?? 'UTC',
      isIdTaken: this.isIdTaken,
      isKeyTaken: command.type === 'project.create' && this.takenKeys.has(command.key),
      commentIds: new Set(earlierImport?.comments),
      worklogIds: new Set(earlierImport?.worklogs),
      lastImportedAt: earlierImport?.importedUntil ?? null,
      targetProject: this.destination,
      hierarchy: this.hierarchy,
    }
  }

  /** Enters a decision's events into the log and moves the project on. */
  append(decision: Decision, envelope: CommandEnvelope, context: DecisionContext): StoredEvent[] {
    const { commandId, command } = envelope
    // Beside what returns to an earlier place nobody has asked what there is.
    const isUndo = command.type === 'command.undo'
    const storedRanges: StoredRanges = {
      column: isUndo ? null : this.columnPosition(commandId).storedRange,
      backlog: isUndo ? null : (this.backlogPosition(commandId)?.storedRange ?? UNBOUNDED),
    }
    return decision.events.map((event) => {
      this.seq++
      const stored = toStoredEvent(event, {
        ...context,
        projectId: envelope.projectId,
        seq: this.seq,
      })
      this.events.push(stored)
      this.concurrentEvents.add(stored)
      const task = this.applyEvent(stored)
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

  private columnPosition(commandId: Id): ResolvedPosition {
    const target = this.readSet.positions.get(commandId)
    if (!target) return { range: UNBOUNDED, storedRange: UNBOUNDED }
    return this.columnRanks.resolve(target, this.columnNeighbours.get(commandId) ?? NO_NEIGHBOURS)
  }

  private backlogPosition(commandId: Id): ResolvedPosition | undefined {
    const target = this.readSet.backlogPositions.get(commandId)
    return (
      target &&
      this.backlogRanks.resolve(target, this.backlogNeighbours.get(commandId) ?? NO_NEIGHBOURS)
    )
  }
}

/** The time in a UUIDv7, in ISO 8601; undefined for ids of another kind. */
function issuedAt(commandId: Id): string | undefined {
  if (commandId[14] !== '7') return undefined
  const ms = Number.parseInt(commandId.replace('-', '').slice(0, 12), 16)
  return new Date(ms).toISOString()
}
