import type Pusher from 'pusher-js'
import { Backoff } from '@/app/_api/backoff'
import type { RealtimeSettings } from '@/app/_api/realtimeSettings'
import { USER_MESSAGES, type UserMessage } from '@/app/_api/userMessages'
import type { Id } from '@/domain/kernel/primitives'
import { connectionOptions } from './connectionOptions'
import { createUserAuthentication, fetchUserAuth, type UserAuthResult } from './userAuthentication'

export interface UserChannelOptions {
  /** A project of the workspace as whose person one listens. */
  projectId: Id
  settings: RealtimeSettings
  /** Loads the official client. */
  loadClient: () => Promise<{ default: typeof Pusher }>
  onMessage: (name: UserMessage) => void
  /** From now on messages come (true), or no more (false): what came in between was missed. */
  onStatusChange: (isUp: boolean) => void
  /** Proof of whose a connection is; by default from /api/realtime/user. */
  fetchAuth?: (socketId: string) => Promise<UserAuthResult>
}

/** The line on which a person's own messages come to pages that follow no project. */
export class UserChannel {
  private pusher: Pusher | null = null
  private isClosed = false
  private readonly backoff = new Backoff()

  constructor(private readonly options: UserChannelOptions) {}

  open(): void {
    this.options.loadClient().then(
      ({ default: Client }) => {
        if (!this.isClosed) this.connect(Client)
      },
      // Without the client the page still asks when it is looked at.
      () => {},
    )
  }

  close(): void {
    this.isClosed = true
    this.backoff.stop()
    this.pusher?.disconnect()
    this.pusher = null
  }

  private connect(Client: typeof Pusher): void {
    const { settings, projectId, onMessage, onStatusChange } = this.options
    const { fetchAuth = (socketId) => fetchUserAuth(projectId, socketId) } = this.options
    const connection = () => this.pusher?.connection ?? null
    const pusher: Pusher = new Client(settings.key, {
      ...connectionOptions(settings),
      // Whoever is not vouched for any more has nothing to hear; the page says so when it asks.
      userAuthentication: createUserAuthentication(fetchAuth, connection, () => this.close()),
      activityTimeout: 30_000,
      pongTimeout: 8_000,
    })
    this.pusher = pusher
    pusher.connection.bind('state_change', ({ current }: { current: string }) => {
      if (this.isClosed) return
      if (current === 'connected') this.backoff.reset()
      else onStatusChange(false)
      // The client gives up where the server has ended the connection.
      if (current === 'disconnected') this.backoff.retry(() => pusher.connect())
    })
    pusher.connection.bind('message', ({ event, channel }: { event: string; channel?: string }) => {
      const isUserChannel = channel?.startsWith('#server-to-user-')
      if (event === 'pusher_internal:subscription_succeeded' && isUserChannel) onStatusChange(true)
    })
    for (const name of USER_MESSAGES) pusher.user.bind(name, () => onMessage(name))
    pusher.signin()
  }
}
