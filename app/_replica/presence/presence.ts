import type { Id } from '@/domain/kernel/primitives'
import type { CardPresence, PresentPerson } from '../replicaTypes'
import type { ChannelMember, PresenceMessage } from '../sync/transport'

/** A dragged card without further messages counts as dropped after this many milliseconds. */
const EXPIRY_MS = 30_000
/**
 * Interval at which this window's activity is announced again, for people who joined since, in
 * milliseconds.
 */
const REPEAT_INTERVAL_MS = 10_000
/**
 * Minimum pause between two announcements, in milliseconds, to stay under the server's rate limit.
 */
const SEND_DELAY_MS = 150

interface RemotePresence {
  taskId: Id
  person: PresentPerson
  activity: CardPresence['activity']
  expiryTimer: ReturnType<typeof setTimeout>
}

/** The other people on the board and the cards that they drag or edit. */
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

  /** Returns who drags or edits this card; undefined when nobody else does. */
  cardPresence(taskId: Id): CardPresence | undefined {
    return this.byCard.get(taskId)
  }

  /** Announces the card that this window drags or edits; null ends it. */
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

  /** Replaces the members by those of the channel. */
  setMembers(all: readonly ChannelMember[]): void {
    const memberIds = new Set(all.map((member) => member.id))
    const people = all.filter((member) => member.id !== this.myId)
    const hasNewcomer = people.some(({ id }) => !this.people.some((known) => known.id === id))
    this.people = people
    for (const [clientId, { person }] of this.byClient)
      if (!memberIds.has(person.id)) this.drop(clientId)
    if (hasNewcomer && this.own.taskId) this.sendOwn()
    this.update()
  }

  /** Handles another window's announcement. */
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

  /** Removes all members after a disconnect. */
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
