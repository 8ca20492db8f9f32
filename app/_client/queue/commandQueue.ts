import type { Answer } from '@/domain/answer'
import type { Envelope } from '@/domain/commands'
import type { Id } from '@/domain/words'
import { Backoff } from '../sync/backoff'
import type { Claims } from './claim'
import { failureOf } from './failure'
import type { QueueStorage } from './storage'

export interface QueueOptions {
  personId: Id
  /** The id that this window used before a reload, or a new one. */
  clientId: Id
  storage: QueueStorage
  claims: Claims
  execute: (envelope: Envelope) => Promise<Answer>
  /** Makes an id for a window. */
  newId: () => Id
  /** Told the window's final id, so that it keeps it over a reload. */
  remember: (clientId: Id) => void
  onAnswer: (envelope: Envelope, answer: Answer) => void
  /** The server will never take it. */
  onRejected: (envelope: Envelope, message: string) => void
  /** Commands of earlier windows came to be sent from here. */
  onAdopted: (envelopes: Envelope[]) => void
  onSignedOut: () => void
  /** Whether other requests come through. */
  serverIsWell: () => boolean
}

/** After so many faults on one command, of a server that is well otherwise, the person is told. */
const MOST_FAULTS = 6

/**
 * Sends commands one after the other, each until it has an answer, always with the same id. They
 * are kept outside the window, so that a reload or a closed laptop loses none.
 */
export class CommandQueue {
  /** Under which id new commands are sent: the server knows a sender's own earlier changes by it. */
  clientId: Id
  private readonly waiting: Envelope[] = []
  private open: () => void = () => {}
  private readonly ready = new Promise<void>((open) => {
    this.open = open
  })
  private readonly pause = new Backoff()
  private sending = false
  private faults = 0
  private closed = false

  constructor(private readonly options: QueueOptions) {
    this.clientId = options.clientId
  }

  get length(): number {
    return this.waiting.length
  }

  /** Finds what earlier windows left behind, then begins to send. */
  async start(): Promise<void> {
    await this.collect()
    this.open()
  }

  /** Queues a command; it is sent at once when nothing is before it. */
  add(envelope: Envelope): void {
    this.waiting.push(envelope)
    void this.keep(envelope)
    void this.send()
  }

  /** Tries again now: the network is back, or somebody looks at the window. */
  nudge(): void {
    this.pause.reset()
    void this.send()
  }

  /** Takes over commands whose windows are gone; gives the id of the latest of those windows. */
  async adopt(): Promise<Id | null> {
    const kept = await this.options.storage.load(this.options.personId).catch(() => [])
    const mine = new Set(this.waiting.map((envelope) => envelope.commandId))
    const clients = new Set(kept.map(({ envelope }) => envelope.clientId))
    clients.delete(this.clientId)
    const adopted: Envelope[] = []
    for (const clientId of clients) {
      if (this.closed || !(await this.options.claims.take(clientId))) continue
      const theirs = kept.map(({ envelope }) => envelope).filter((e) => e.clientId === clientId)
      adopted.push(...theirs.filter((envelope) => !mine.has(envelope.commandId)))
    }
    if (adopted.length === 0) return null
    adopted.sort((a, b) => (a.commandId < b.commandId ? -1 : 1))
    this.waiting.unshift(...adopted)
    this.options.onAdopted(adopted)
    void this.send()
    return adopted.at(-1)?.clientId ?? null
  }

  close(): void {
    this.closed = true
    this.pause.stop()
    this.options.claims.release()
  }

  private async collect(): Promise<void> {
    const { claims, storage, personId, newId } = this.options
    // A duplicated tab brings along the id of the one it was made from, which still uses it.
    if (!(await claims.take(this.clientId))) this.become(newId())
    const kept = await storage.load(personId).catch(() => [])
    const own = kept.map(({ envelope }) => envelope).filter((e) => e.clientId === this.clientId)
    const known = new Set(this.waiting.map((envelope) => envelope.commandId))
    const earlier = own.filter((envelope) => !known.has(envelope.commandId))
    this.waiting.unshift(...earlier)
    if (earlier.length > 0) this.options.onAdopted(earlier)
    const inherited = await this.adopt()
    // What is left of a closed window is this person's own work: going on under its id, the two
    // never count as somebody else's change to each other.
    if (inherited && earlier.length === 0) this.become(inherited)
    this.options.remember(this.clientId)
    void this.send()
  }

  /** Commands that were made in this window's first moments go under its final id. */
  private become(clientId: Id): void {
    const early = this.waiting.filter((envelope) => envelope.clientId === this.clientId)
    this.clientId = clientId
    for (const envelope of early) {
      envelope.clientId = clientId
      void this.keep(envelope)
    }
  }

  private async keep(envelope: Envelope): Promise<void> {
    const { storage, personId } = this.options
    // A browser that keeps nothing (private mode, a full disk) still sends.
    await storage.put({ envelope, personId }).catch(() => {})
  }

  private async send(): Promise<void> {
    await this.ready
    if (this.sending || this.closed || this.pause.isWaiting) return
    this.sending = true
    try {
      while (this.waiting[0] && !this.closed && (await this.sendOne(this.waiting[0])));
    } finally {
      this.sending = false
    }
  }

  /** True when the queue may go on to the next. */
  private async sendOne(envelope: Envelope): Promise<boolean> {
    try {
      const answer = await this.options.execute(envelope)
      this.settle(envelope)
      this.options.onAnswer(envelope, answer)
      return true
    } catch (error) {
      const failure = failureOf(error)
      if (failure.kind === 'signed-out') {
        this.options.onSignedOut()
        return false
      }
      if (failure.kind === 'broken') this.faults++
      const poisonous = this.faults >= MOST_FAULTS && this.options.serverIsWell()
      if (failure.kind === 'rejected' || poisonous) {
        this.settle(envelope)
        this.options.onRejected(envelope, 'message' in failure ? failure.message : '')
        return true
      }
      if (!this.closed) this.pause.retry(() => void this.send())
      return false
    }
  }

  private settle(envelope: Envelope): void {
    this.faults = 0
    this.pause.reset()
    this.waiting.splice(this.waiting.indexOf(envelope), 1)
    void this.options.storage.remove(envelope.commandId).catch(() => {})
  }
}
