import type { Envelope } from '@/domain/commands'
import type { Decision, Facts } from '@/domain/decision'
import type { LoggedEvent } from '@/domain/events'
import { logged } from '@/domain/logged'
import type { Project } from '@/domain/project/project'
import type { Between } from '@/domain/rank'
import type { Task } from '@/domain/task/task'
import type { Spot } from '@/domain/undo/spots'
import type { Id, Role } from '@/domain/words'
import { moment, type Row, toEvent } from '../log/rows'
import type { Loaded } from './load'
import { Missed } from './missed'
import { type Needs, sectionOf } from './needed'
import { type Around, type Found, NOWHERE, Places } from './places'
import { spotsFor, toSpot } from './spots'
import { Standing } from './standing'

/** What gives a task a place in a column. */
const PLACED = new Set<LoggedEvent['type']>(['task.created', 'task.moved', 'task.restored'])

const OPEN: Between = { lower: null, upper: null }

type Gaps = { place: Between | null; plan: Between | null }

/**
 * A project while a batch is decided: what was loaded, moved on by each decision in turn, so that
 * every command sees what the earlier ones leave.
 */
export class Working extends Standing {
  readonly events: LoggedEvent[] = []
  /** The last position taken in the log; of the database until events are taken. */
  seq: number
  readonly places = new Places()
  private readonly around: Map<Id, Around>
  readonly plans = new Places(true)
  private readonly planAround: Map<Id, Around>
  private readonly spots: Spot[]
  private readonly people: Map<Id, Row>
  private readonly imported: Map<Id, Row>
  private readonly keys: Set<unknown>
  private readonly isElsewhere: boolean
  private readonly lockedUntil: string | null
  private readonly zones: Map<Id, unknown>
  private readonly missed = new Missed()

  constructor(
    loaded: Loaded,
    needs: Needs,
    undone: ReadonlyMap<Id, LoggedEvent[]>,
    /** The other project, where a task goes there. */
    private readonly destination?: Project,
  ) {
    super(loaded, needs, undone)
    this.seq = Number(loaded.project[0]?.seq ?? 0)
    this.lockedUntil = (loaded.lock[0]?.locked_until as string | null | undefined) ?? null
    const authors = loaded.worklogs.map((each) => [String(each.author), each.time_zone] as const)
    const asked = loaded.people.map((each) => [String(each.id), each.time_zone] as const)
    this.zones = new Map([...authors, ...asked])
    this.people = new Map(loaded.people.map((each) => [String(each.id), each]))
    this.around = new Map(loaded.places.map((each) => [String(each.command_id), each as never]))
    this.spots = loaded.spots.map(toSpot)
    this.planAround = new Map(loaded.plans.map((each) => [String(each.command_id), each as never]))
    this.imported = new Map(loaded.imported.map((each) => [String(each.id), each]))
    this.keys = new Set(loaded.keys.map((each) => each.key))
    this.isElsewhere = loaded.elsewhere.length > 0
    for (const each of loaded.missed.map(toEvent)) this.missed.remember(each)
  }

  /** What `decide` cannot know; undefined when the sender is nobody here. */
  facts(envelope: Envelope, actor: Id, workspaceId: Id, at: string): Facts | undefined {
    const person = this.people.get(actor)
    if (!person || person.removed_at) return undefined
    const { command, commandId, clientId } = envelope
    const lost =
      command.type === 'conflict.resolve' ? this.conflicts.get(command.conflictId) : undefined
    const undone = command.type === 'command.undo' ? (this.undone.get(command.undoes) ?? []) : null
    const missedOf = undone ? this.missed.since(undone) : this.missed.of(command, lost)
    const before = 'taskId' in command ? this.imported.get(command.taskId) : undefined
    return {
      at,
      actor: {
        id: actor,
        role: person.role as Role,
        roleSince: moment(person.role_since) ?? at,
        formerRole: person.former_role as Role | null,
      },
      workspaceId,
      commandId,
      clientId,
      madeAt: madeAt(commandId) ?? at,
      missed: missedOf ? [...missedOf.values()].flat() : this.missed.by(command, lost),
      missedOf,
      between: this.found(commandId).between,
      planBetween: this.plan(commandId)?.between,
      spots: undone ? spotsFor(undone, this.spots, this) : undefined,
      isPerson: (id) => this.people.has(id) && !this.people.get(id)?.removed_at,
      lockedUntil: this.lockedUntil,
      zoneOf: (id) => String(this.zones.get(id) ?? 'UTC'),
      idTaken: this.isElsewhere,
      keyTaken: command.type === 'project.create' && this.keys.has(command.key),
      commentIds: new Set((before?.comments as Id[] | undefined) ?? []),
      worklogIds: new Set((before?.worklogs as Id[] | undefined) ?? []),
      importedUntil: moment(before?.until ?? null),
      destination: this.destination,
      kin: this.kin,
    }
  }

  /** Enters a decision's events into the log and moves the project on. */
  take(decision: Decision, envelope: Envelope, facts: Facts): LoggedEvent[] {
    const { commandId, command } = envelope
    // Beside what returns to an earlier place nobody has asked what there is.
    const isBack = command.type === 'command.undo'
    const gaps: Gaps = {
      place: isBack ? null : this.found(commandId).gap,
      plan: isBack ? null : (this.plan(commandId)?.gap ?? OPEN),
    }
    return decision.events.map((event) => {
      this.seq++
      const entry = logged(event, { ...facts, projectId: envelope.projectId, seq: this.seq })
      this.events.push(entry)
      this.missed.remember(entry)
      const task = this.evolve(entry)
      if (task) this.place(entry, task, gaps)
      return entry
    })
  }

  /** Notes where what happened put a task, so that the next command finds a place beside it. */
  private place({ type }: LoggedEvent, task: Task, gaps: Gaps): void {
    if (PLACED.has(type)) this.places.put(task.id, task.statusId, task.rank, gaps.place)
    if (type === 'task.planned') {
      this.plans.put(task.id, sectionOf(task), task.planRank, gaps.plan)
    }
    // What the database has around a task that is only being made nobody has asked: it takes its
    // rank, but is no neighbour to be placed beside.
    if (type === 'task.created') this.plans.put(task.id, '', task.planRank, null)
    if (task.archivedAt) this.places.put(task.id, task.statusId, null, OPEN)
  }

  private found(commandId: Id): Found {
    const wanted = this.needs.places.get(commandId)
    if (!wanted) return { between: OPEN, gap: OPEN }
    return this.places.find(wanted, this.around.get(commandId) ?? NOWHERE)
  }

  private plan(commandId: Id): Found | undefined {
    const wanted = this.needs.plans.get(commandId)
    return wanted && this.plans.find(wanted, this.planAround.get(commandId) ?? NOWHERE)
  }
}

/** The time in a UUIDv7, in ISO 8601; undefined for ids of another kind. */
function madeAt(commandId: Id): string | undefined {
  if (commandId[14] !== '7') return undefined
  const ms = Number.parseInt(commandId.replace('-', '').slice(0, 12), 16)
  return new Date(ms).toISOString()
}
