import type { Id } from '@/domain/kernel/primitives'
import type { CardPresence, PresentPerson } from '../store/types'
import type { ChannelMember, PresenceMessage } from '../sync/transport'

/** A card in somebody's hand that nobody speaks of any more is let go. */
const EXPIRY_MS = 30_000
/** How often one's own is told again, for whom has come since. */
const REPEAT_INTERVAL_MS = 10_000
/** Two cards taken up in a row are told apart by at least this, to stay under the server's rate. */
const SEND_DELAY_MS = 150

interface RemotePresence {
  taskId: Id
  person: PresentPerson
  activity: CardPresence['activity']
  expiryTimer: ReturnType<typeof setTimeout>
}

/** Who else is on the board, and which cards they have in hand. */
export class Presence {
  people: readonly PresentPerson[] = []
  private byCard: ReadonlyMap<Id, CardPresence> = new Map()
  private readonly byClient = new Map<Id, RemotePresence>()
  private own: { taskId: Id | null; activity: CardPresence['activity'] } = {
    taskId: null,
    activity: 'dragging',
  }
  private repeatTimer: ReturnType<typeof setInterval> | null = null
  private sendTimer: ReturnType<typeof setTimeout> | null = null

  constructor(
    private readonly myId: Id,
    private readonly clientId: () => Id,
    private readonly send: (message: PresenceMessage) => void,
    private readonly onChange: () => void,
  ) {}

  /** Who of the others has this card in hand. */
  cardPresence(taskId: Id): CardPresence | undefined {
    return this.byCard.get(taskId)
  }

  /** Tells the others what this window has in hand; null puts it down. */
  announce(taskId: Id | null, activity: CardPresence['activity'] = 'dragging'): void {
    if (this.own.taskId === taskId && this.own.activity === activity) return
    this.own = { taskId, activity }
    if (this.repeatTimer) clearInterval(this.repeatTimer)
    this.repeatTimer = taskId ? setInterval(() => this.sendOwn(), REPEAT_INTERVAL_MS) : null
    this.sendTimer ??= setTimeout(() => {
      this.sendTimer = null
      this.sendOwn()
    }, SEND_DELAY_MS)
  }

  /** Everybody on the board now, as the channel knows them. */
  setMembers(all: readonly ChannelMember[]): void {
    const memberIds = new Set(all.map((member) => member.id))
    const hasNewcomer = all.some((member) => !this.people.some((known) => known.id === member.id))
    this.people = all.filter((member) => member.id !== this.myId)
    for (const [clientId, { person }] of this.byClient)
      if (!memberIds.has(person.id)) this.drop(clientId)
    if (hasNewcomer && this.own.taskId) this.sendOwn()
    this.update()
  }

  /** Somebody told what they have in hand. */
  receive(senderId: Id, { clientId, taskId, activity }: PresenceMessage): void {
    if (clientId === this.clientId()) return
    this.drop(clientId)
    const person = this.people.find((each) => each.id === senderId)
    if (taskId && person) {
      const expiryTimer = setTimeout(() => {
        this.drop(clientId)
        this.update()
      }, EXPIRY_MS)
      this.byClient.set(clientId, { taskId, person, activity, expiryTimer })
    }
    this.update()
  }

  /** The line is down: nobody is known to be there. */
  clear(): void {
    for (const clientId of this.byClient.keys()) this.drop(clientId)
    this.people = []
    this.update()
  }

  close(): void {
    this.clear()
    if (this.repeatTimer) clearInterval(this.repeatTimer)
    if (this.sendTimer) clearTimeout(this.sendTimer)
  }

  private sendOwn(): void {
    this.send({ clientId: this.clientId(), ...this.own })
  }

  private drop(clientId: Id): void {
    clearTimeout(this.byClient.get(clientId)?.expiryTimer)
    this.byClient.delete(clientId)
  }

  private update(): void {
    const before = this.byCard
    const entries = [...this.byClient.values()].map(
      ({ taskId, person, activity }): [Id, CardPresence] => {
        const known = before.get(taskId)
        const same = known?.person.id === person.id && known.activity === activity
        return [taskId, same ? known : { person, activity }]
      },
    )
    this.byCard = new Map(entries)
    this.onChange()
  }
}
