import type { Id } from '@/domain/words'
import type { Holding, Present } from '../store/types'
import type { HoldingMessage, Member } from '../sync/transport'

/** A card in somebody's hand that nobody speaks of any more is let go. */
const FORGET_MS = 30_000
/** How often one's own is told again, for whom has come since. */
const REPEAT_MS = 10_000
/** Two cards taken up in a row are told apart by at least this, to stay under the server's rate. */
const TELL_MS = 150

interface Held {
  taskId: Id
  person: Present
  as: Holding['as']
  forget: ReturnType<typeof setTimeout>
}

/** Who else is on the board, and which cards they have in hand. */
export class Presence {
  people: readonly Present[] = []
  private holdings: ReadonlyMap<Id, Holding> = new Map()
  private readonly held = new Map<Id, Held>()
  private mine: { taskId: Id | null; as: Holding['as'] } = { taskId: null, as: 'dragging' }
  private repeat: ReturnType<typeof setInterval> | null = null
  private telling: ReturnType<typeof setTimeout> | null = null

  constructor(
    private readonly me: Id,
    private readonly clientId: () => Id,
    private readonly tell: (message: HoldingMessage) => void,
    private readonly changed: () => void,
  ) {}

  /** Who of the others has this card in hand. */
  holding(taskId: Id): Holding | undefined {
    return this.holdings.get(taskId)
  }

  /** Tells the others what this window has in hand; null puts it down. */
  hold(taskId: Id | null, as: Holding['as'] = 'dragging'): void {
    if (this.mine.taskId === taskId && this.mine.as === as) return
    this.mine = { taskId, as }
    if (this.repeat) clearInterval(this.repeat)
    this.repeat = taskId ? setInterval(() => this.say(), REPEAT_MS) : null
    this.telling ??= setTimeout(() => {
      this.telling = null
      this.say()
    }, TELL_MS)
  }

  /** Everybody on the board now, as the channel knows them. */
  members(all: readonly Member[]): void {
    const here = new Set(all.map((member) => member.id))
    const newcomer = all.some((member) => !this.people.some((known) => known.id === member.id))
    this.people = all.filter((member) => member.id !== this.me)
    for (const [clientId, { person }] of this.held) if (!here.has(person.id)) this.drop(clientId)
    if (newcomer && this.mine.taskId) this.say()
    this.redraw()
  }

  /** Somebody told what they have in hand. */
  heard(from: Id, { clientId, taskId, as }: HoldingMessage): void {
    if (clientId === this.clientId()) return
    this.drop(clientId)
    const person = this.people.find((each) => each.id === from)
    if (taskId && person) {
      const forget = setTimeout(() => {
        this.drop(clientId)
        this.redraw()
      }, FORGET_MS)
      this.held.set(clientId, { taskId, person, as, forget })
    }
    this.redraw()
  }

  /** The line is down: nobody is known to be there. */
  clear(): void {
    for (const clientId of this.held.keys()) this.drop(clientId)
    this.people = []
    this.redraw()
  }

  close(): void {
    this.clear()
    if (this.repeat) clearInterval(this.repeat)
    if (this.telling) clearTimeout(this.telling)
  }

  private say(): void {
    this.tell({ clientId: this.clientId(), ...this.mine })
  }

  private drop(clientId: Id): void {
    clearTimeout(this.held.get(clientId)?.forget)
    this.held.delete(clientId)
  }

  private redraw(): void {
    const before = this.holdings
    const entries = [...this.held.values()].map(({ taskId, person, as }): [Id, Holding] => {
      const known = before.get(taskId)
      const same = known?.person.id === person.id && known.as === as
      return [taskId, same ? known : { person, as }]
    })
    this.holdings = new Map(entries)
    this.changed()
  }
}
