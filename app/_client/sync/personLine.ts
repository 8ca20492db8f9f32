import type Pusher from 'pusher-js'
import type { Id } from '@/domain/words'
import { PERSONAL_MESSAGES, type PersonalMessage } from '../personal'
import type { RealtimeSettings } from '../store/types'
import { addressOf } from './address'
import { Backoff } from './backoff'
import { keepSignedIn, type Vouched, vouchFor } from './keepSignedIn'

export interface PersonLineOptions {
  /** A project of the workspace as whose person one listens. */
  projectId: Id
  settings: RealtimeSettings
  /** Loads the official client. */
  load: () => Promise<{ default: typeof Pusher }>
  heard: (name: PersonalMessage) => void
  /** From now on messages come (true), or no more (false): what came in between was missed. */
  changed: (isUp: boolean) => void
  /** Proof of whose a connection is; by default from /api/realtime/user. */
  vouch?: (socketId: string) => Promise<Vouched>
}

/** The line on which a person's own messages come to pages that follow no project. */
export class PersonLine {
  private pusher: Pusher | null = null
  private closed = false
  private readonly pause = new Backoff()

  constructor(private readonly options: PersonLineOptions) {}

  open(): void {
    this.options.load().then(
      ({ default: Client }) => {
        if (!this.closed) this.connect(Client)
      },
      // Without the client the page still asks when it is looked at.
      () => {},
    )
  }

  close(): void {
    this.closed = true
    this.pause.stop()
    this.pusher?.disconnect()
    this.pusher = null
  }

  private connect(Client: typeof Pusher): void {
    const { settings, projectId, heard, changed } = this.options
    const { vouch = (socketId) => vouchFor(projectId, socketId) } = this.options
    const connection = () => this.pusher?.connection ?? null
    const pusher: Pusher = new Client(settings.key, {
      ...addressOf(settings),
      // Whoever is not vouched for any more has nothing to hear; the page says so when it asks.
      userAuthentication: keepSignedIn(vouch, connection, () => this.close()),
      activityTimeout: 30_000,
      pongTimeout: 8_000,
    })
    this.pusher = pusher
    pusher.connection.bind('state_change', ({ current }: { current: string }) => {
      if (this.closed) return
      if (current === 'connected') this.pause.reset()
      else changed(false)
      // The client gives up where the server has ended the connection.
      if (current === 'disconnected') this.pause.retry(() => pusher.connect())
    })
    pusher.connection.bind('message', ({ event, channel }: { event: string; channel?: string }) => {
      const isOwn = channel?.startsWith('#server-to-user-')
      if (event === 'pusher_internal:subscription_succeeded' && isOwn) changed(true)
    })
    for (const name of PERSONAL_MESSAGES) pusher.user.bind(name, () => heard(name))
    pusher.signin()
  }
}
