import type { BoardFilter, Person } from '@/domain/board'
import type { Envelope } from '@/domain/commands'
import type { Conflict } from '@/domain/conflict/conflict'
import type { LoggedEvent } from '@/domain/events'
import type { Id, StatusId } from '@/domain/words'
import { Presence } from '../presence/presence'
import type { Claims } from '../queue/claim'
import { CommandQueue } from '../queue/commandQueue'
import type { QueueStorage } from '../queue/storage'
import { type Ending, Follower } from '../sync/follower'
import type { Transport } from '../sync/transport'
import { Answers } from './answers'
import type { Board } from './board'
import { commandOf } from './drafts'
import { Listeners } from './listeners'
import { Loader } from './loader'
import type { Access, StorePart } from './part'
import { Replica } from './replica'
import { Steps } from './steps'
import type { Connection, Draft, Initial, Me, Notice, Sent, Server } from './types'

/** What the replica needs of its surroundings; tests give others. */
export interface Outside {
  server: Server
  /** Null: no realtime server, the log is asked from time to time. */
  transport: Transport | null
  storage: QueueStorage
  claims: Claims
  /** This window's id, kept over a reload. */
  clientId: Id
  remember: (clientId: Id) => void
  /** A new UUIDv7. */
  newId: () => Id
}

/** How every store begins. */
export const CATCHING_UP: Connection = { status: 'catching-up', waiting: 0 }

/** One project in one browser window: kept true by the log, changed by commands. */
export class ProjectStore {
  readonly me: Me
  readonly presence: Presence
  readonly notices = new Listeners<[Notice]>()
  readonly conflictsFound = new Listeners<[Conflict]>()
  readonly events = new Listeners<[readonly LoggedEvent[]]>()
  readonly signedOut = new Listeners()
  /** The person may not see the project any more. */
  readonly shutOut = new Listeners()
  /** Told whenever anything on screen may have changed. */
  readonly changes = new Listeners()
  connection = CATCHING_UP
  readonly projectId: Id
  /** What was done here and can be taken back. */
  readonly steps = new Steps((draft) => this.send(draft))
  private readonly replica: Replica
  private readonly loader: Loader
  private readonly follower: Follower
  private readonly queue: CommandQueue
  private readonly parts = new Set<StorePart>()
  private readonly answers: Answers

  constructor(
    initial: Initial,
    private readonly outside: Outside,
  ) {
    const { server, transport } = outside
    this.me = initial.me
    this.projectId = initial.board.project.id
    this.replica = new Replica(initial, () => this.redrawn())
    this.loader = new Loader(this.replica, server, () => this.changes.tell())
    this.loader.meetPeople(initial.board.people)
    this.follower = new Follower({
      seq: () => this.replica.confirmed.seq,
      apply: (events) => this.apply(events),
      since: (seq) => server.since(seq),
      reload: () => this.reload(),
      statusChanged: () => this.reconnected(),
      ended: (why) => this.ended(why),
      resumed: () => this.openLine(),
    })
    this.answers = new Answers({
      projectId: this.projectId,
      replica: this.replica,
      follower: this.follower,
      notices: this.notices,
      conflictsFound: this.conflictsFound,
      send: (draft) => this.send(draft),
      answered: () => this.reconnected(),
    })
    this.queue = new CommandQueue({
      ...outside,
      personId: initial.me.id,
      execute: (envelope) => server.execute(envelope),
      onAnswer: (envelope, answer) => void this.answers.take(envelope, answer),
      onRejected: (envelope, message) => this.answers.reject(envelope, message),
      onAdopted: (envelopes) =>
        this.expect(envelopes.filter((e) => e.projectId === this.projectId)),
      onSignedOut: () => this.signedOut.tell(),
      serverIsWell: () => this.follower.status !== 'offline',
    })
    const tell = transport ? transport.tell.bind(transport) : () => {}
    const redraw = () => this.changes.tell()
    this.presence = new Presence(initial.me.id, () => this.queue.clientId, tell, redraw)
  }

  /** Goes live; the function given back lets go of everything. */
  start(): () => void {
    void this.queue.start()
    if (this.outside.transport) this.openLine()
    else void this.follower.catchUp()
    return () => {
      this.outside.transport?.close()
      this.follower.close()
      this.loader.close()
      for (const part of this.parts) part.close()
      this.queue.close()
      this.presence.close()
    }
  }

  /** Lets a further part of the replica follow along for as long as this window lives. */
  join<P extends StorePart>(make: (access: Access) => P): P {
    const part = make({
      replica: this.replica,
      server: this.outside.server,
      changed: () => this.changes.tell(),
      catchUp: () => this.follower.catchUp(),
      meetPeople: (people) => this.loader.meetPeople(people),
    })
    this.parts.add(part)
    return part
  }

  /** What is on screen now; the same object until something changes. */
  get screen(): Board {
    return this.replica.screen
  }

  /** Whether a card on screen is ahead of what the server has confirmed. */
  isUnconfirmed(taskId: Id): boolean {
    const { screen, confirmed } = this.replica
    return screen.cards.get(taskId) !== confirmed.cards.get(taskId)
  }

  /** Queues a command and shows what it will come to. */
  send(draft: Draft): Sent {
    const { confirmed } = this.replica
    const envelope = {
      commandId: this.outside.newId(),
      clientId: this.queue.clientId,
      projectId: this.projectId,
      command: commandOf(draft, confirmed),
    }
    const answered = this.answers.to(envelope.commandId)
    this.queue.add(envelope)
    this.expect([envelope])
    const sent = { commandId: envelope.commandId, answered }
    this.steps.note(draft.type, sent)
    return sent
  }

  /** Loads the next page of a column. */
  loadMore(statusId: StatusId): void {
    void this.loader.more(statusId)
  }

  isLoading(statusId: StatusId): boolean {
    return this.loader.loading.has(statusId)
  }

  /** Shows only what passes; null or an empty filter shows all. */
  setFilter(filter: BoardFilter | null): void {
    void this.loader.setFilter(filter)
  }

  /** Loads a task with its description and comments, and keeps both current from then on. */
  openTask(taskId: Id): Promise<void> {
    return this.loader.open(taskId)
  }

  /** Whether a task turned out not to exist here. */
  isMissing(taskId: Id): boolean {
    return this.loader.missing.has(taskId)
  }

  person(id: Id): Person | undefined {
    return this.loader.person(id)
  }

  get people(): ReadonlyMap<Id, Person> {
    return this.loader.people
  }

  /** Something suggests that the server can be reached, or that time has passed unnoticed. */
  refresh(): void {
    void this.follower.catchUp()
    this.queue.nudge()
    void this.queue.adopt()
  }

  private openLine(): void {
    this.outside.transport?.open({
      up: () => this.follower.up(),
      down: () => {
        this.presence.clear()
        this.follower.down()
      },
      refused: () => void this.follower.catchUp(),
      message: (broadcast) => this.follower.message(broadcast),
      members: (all) => this.presence.members(all),
      holding: (from, message) => this.presence.heard(from, message),
    })
  }

  private ended(why: Ending): void {
    this.outside.transport?.close()
    this.presence.clear()
    if (why === 'signed-out') this.signedOut.tell()
    else this.shutOut.tell()
  }

  private expect(envelopes: readonly Envelope[]): void {
    if (envelopes.length > 0) this.replica.expect(envelopes, new Date().toISOString())
    this.reconnected()
  }

  private apply(events: LoggedEvent[]): void {
    this.replica.apply(events)
    this.events.tell(events)
  }

  private async reload(): Promise<void> {
    const opened = [...this.replica.confirmed.comments.keys()]
    const data = await this.outside.server.board()
    this.loader.meetPeople(data.people)
    this.replica.restart(data)
    for (const taskId of opened) void this.loader.open(taskId)
    for (const part of this.parts) part.restarted()
    await this.loader.refilter()
  }

  private reconnected(): void {
    const { status } = this.follower
    const waiting = this.queue.length
    if (status === 'live' && this.connection.status !== 'live') this.queue.nudge()
    if (status === this.connection.status && waiting === this.connection.waiting) return
    this.connection = { status, waiting }
    this.changes.tell()
  }

  private redrawn(): void {
    this.loader.tend()
    for (const part of this.parts) part.tend()
    this.changes.tell()
  }
}
