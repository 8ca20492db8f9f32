import type { Answer } from '@/domain/answer'
import type { BoardData, BoardFilter, FilteredBoard } from '@/domain/board'
import type { Command, Envelope } from '@/domain/commands'
import type { LoggedEvent } from '@/domain/events'
import type { Id, StatusId } from '@/domain/words'
import { applyEvents, type Reading } from './apply'
import { type Board, openBoard } from './board'
import { type Fetched, meetCards, meetFiltered, meetPage, meetTask, type Since } from './merge'
import type { Pending, Surroundings } from './pending'
import { fetchRules, rulesHere } from './rules'
import { screenOf } from './screen'
import type { Initial, OpenedTask } from './types'

/** Events that are kept for catching up what was fetched, and for what a command has missed. */
const MOST_RECENT = 3_000
const MOST_SENT = 500

/**
 * The state of one project in the browser: what the server has confirmed, the commands that wait,
 * and what is on screen, which is the second decided again on top of the first.
 */
export class Replica {
  confirmed: Board
  screen: Board
  /** Cards that a column shows but nobody has loaded, with the least version to fetch. */
  readonly wanted = new Map<Id, number>()
  private pending: readonly Pending[] = []
  private recent: LoggedEvent[] = []
  /** `recent` holds every event after this position. */
  private recentAfter: number
  /** What waits until the board is at a position, such as something read later than it. */
  private waiting: { seq: number; run: () => void }[] = []
  private readonly sent = new Map<Id, Command>()
  private readonly how: Reading
  private readonly around: Surroundings

  constructor(
    initial: Initial,
    private readonly changed: () => void,
  ) {
    this.confirmed = openBoard(initial.board)
    this.screen = this.confirmed
    this.recentAfter = initial.board.seq
    const { wanted, sent } = this
    this.how = { me: initial.me.id, commandOf: (id) => sent.get(id), wanted }
    this.around = {
      me: initial.me,
      workspaceId: initial.workspace.id,
      missed: (taskId, after) => this.missed(taskId, after),
      of: (commandId) => this.eventsOf(commandId),
      shown: new Map(),
    }
  }

  /** Takes the next events of the log. Commands whose events are among them are confirmed. */
  apply(events: readonly LoggedEvent[]): void {
    let rest = events
    const last = events.at(-1)?.seq ?? 0
    for (const { seq, run } of this.due(last)) {
      this.take(rest.filter((event) => event.seq <= seq))
      rest = rest.filter((event) => event.seq > seq)
      run()
    }
    this.take(rest)
    const confirmed = new Set(events.map((event) => event.commandId))
    this.pending = this.pending.filter((each) => !confirmed.has(each.envelope.commandId))
    this.draw()
  }

  /** Starts over from a snapshot; one that is older than the replica is dropped. */
  restart(data: BoardData): void {
    if (data.seq < this.confirmed.seq) return
    this.confirmed = openBoard(data)
    this.recent = []
    this.recentAfter = data.seq
    this.wanted.clear()
    this.pending = this.pending.filter(
      ({ answer }) => (answer?.events.at(-1)?.seq ?? data.seq + 1) > data.seq,
    )
    for (const { run } of this.due(data.seq)) run()
    this.draw()
  }

  /** Shows commands before the server has answered; later ones stand on the earlier. */
  expect(envelopes: readonly Envelope[], at: string): void {
    const more = envelopes.map((envelope) => ({ envelope, at, answer: null }))
    for (const { commandId, command } of envelopes) this.noteSent(commandId, command)
    this.pending = [...this.pending, ...more]
    this.screen = screenOf(this.screen, more, this.around, this.how, this.screen)
    this.changed()
    // Where they cannot be fetched, a command shows once the server has answered.
    if (!rulesHere())
      void fetchRules().then(
        () => this.draw(),
        () => {},
      )
  }

  /** The server has accepted a command: its own events show until they come in order. */
  answered(commandId: Id, answer: Answer): void {
    const last = answer.events.at(-1)?.seq ?? 0
    if (last <= this.confirmed.seq) this.drop(commandId)
    else {
      this.pending = this.pending.map((each) =>
        each.envelope.commandId === commandId ? { ...each, answer } : each,
      )
      this.draw()
    }
  }

  /** A command came to nothing: the screen goes back to the truth. */
  drop(commandId: Id): void {
    const left = this.pending.filter((each) => each.envelope.commandId !== commandId)
    if (left.length === this.pending.length) return
    this.pending = left
    this.draw()
  }

  /** Whether a command still shows that is not confirmed. */
  isPending(commandId: Id): boolean {
    return this.pending.some((each) => each.envelope.commandId === commandId)
  }

  /** Runs when the board is at a position: at once where it is there already. */
  whenAt(seq: number, run: () => void): void {
    if (this.confirmed.seq >= seq) run()
    else this.waiting.push({ seq, run })
  }

  /** Takes in what a further part of the replica has read. False: too old, ask again. */
  meetWith<T>(take: (board: Board, read: T, since: Since, how: Reading) => Board | null, read: T) {
    return this.meet(take(this.confirmed, read, this.since, this.how))
  }

  /** Forgets the sections of the backlog: nobody looks at them. */
  dropPlan(): void {
    if (!this.confirmed.plan) return
    this.confirmed = { ...this.confirmed, plan: null }
    this.draw()
  }

  /** The board stands in rows no more. */
  dropLanes(): void {
    if (!this.confirmed.lanes) return
    this.confirmed = { ...this.confirmed, lanes: null }
    this.draw()
  }

  /** Takes in cards fetched by themselves. False: too old, fetch them again. */
  meetCards(fetched: Fetched): boolean {
    return this.meet(meetCards(this.confirmed, fetched, this.since, this.how))
  }

  /** Takes in the next page of a column. False: too old, fetch it again. */
  meetPage(page: Fetched & { statusId: StatusId; complete: boolean; filtered: boolean }): boolean {
    return this.meet(meetPage(this.confirmed, page, this.since, this.how))
  }

  /** Takes in the columns under a filter. False: too old, fetch them again. */
  meetFiltered(filter: BoardFilter, data: FilteredBoard): boolean {
    return this.meet(meetFiltered(this.confirmed, filter, data, this.since, this.how))
  }

  /** Takes in a task that was opened. False: too old, fetch it again. */
  meetTask(opened: OpenedTask): boolean {
    return this.meet(meetTask(this.confirmed, opened, this.since, this.how))
  }

  /** Shows all tasks again. */
  clearFilter(): void {
    if (!this.confirmed.filtered) return
    this.confirmed = { ...this.confirmed, filtered: null }
    this.draw()
  }

  private meet(board: Board | null): boolean {
    if (!board) return false
    this.confirmed = board
    this.draw()
    return true
  }

  private take(events: readonly LoggedEvent[]): void {
    if (events.length === 0) return
    this.confirmed = applyEvents(this.confirmed, events, this.how)
    this.remember(events)
  }

  /** What has waited for this position or an earlier one, in order. */
  private due(seq: number) {
    const due = this.waiting.filter((each) => each.seq <= seq).sort((a, b) => a.seq - b.seq)
    this.waiting = this.waiting.filter((each) => each.seq > seq)
    return due
  }

  private draw(): void {
    this.screen = screenOf(this.confirmed, this.pending, this.around, this.how, this.screen)
    this.changed()
  }

  private readonly since = (seq: number): LoggedEvent[] | null =>
    seq < this.recentAfter ? null : this.recent.filter((event) => event.seq > seq)

  private eventsOf(commandId: Id): readonly LoggedEvent[] {
    const known = this.recent.filter((event) => event.commandId === commandId)
    return known.length > 0 ? known : (this.around.shown.get(commandId) ?? [])
  }

  private missed(taskId: Id | null, after: number): LoggedEvent[] {
    return this.recent.filter(
      (event) => event.taskId === taskId && event.version !== null && event.version > after,
    )
  }

  private remember(events: readonly LoggedEvent[]): void {
    this.recent = [...this.recent, ...events]
    if (this.recent.length <= MOST_RECENT) return
    const dropped = this.recent.splice(0, this.recent.length - MOST_RECENT)
    this.recentAfter = dropped.at(-1)?.seq ?? this.recentAfter
  }

  private noteSent(commandId: Id, command: Command): void {
    this.sent.set(commandId, command)
    const [oldest] = this.sent.keys()
    if (this.sent.size > MOST_SENT && oldest) {
      this.sent.delete(oldest)
      this.around.shown.delete(oldest)
    }
  }
}
