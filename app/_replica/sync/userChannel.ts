import type Pusher from 'pusher-js'
import { Backoff } from '@/app/_api/backoff'
import type { RealtimeSettings } from '@/app/_api/realtimeSettings'
import { USER_MESSAGES, type UserMessage } from '@/app/_api/userMessages'
import type { Id } from '@/domain/kernel/primitives'
import { connectionOptions } from './connectionOptions'
import { createUserAuthentication, fetchUserAuth, type UserAuthResult } from './userAuthentication'

export interface UserChannelOptions {
  /** A project of the workspace, which determines the person. */
  projectId: Id
  settings: RealtimeSettings
  /** Loads the official client. */
  loadClient: () => Promise<{ default: typeof Pusher }>
  onMessage: (name: UserMessage) => void
  /**
   * Called with true when messages arrive from now on, with false when they no longer do. Messages
   * in between are missed.
   */
  onStatusChange: (isUp: boolean) => void
  /** Returns the signed user data of a connection; by default from /api/realtime/user. */
  fetchAuth?: (socketId: string) => Promise<UserAuthResult>
}

/** The connection for a person's own messages on pages that follow no project. */
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
      // Without the client the page still refreshes when it becomes visible.
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
      // A rejected person receives nothing. The page notices at its next request.
      userAuthentication: createUserAuthentication(fetchAuth, connection, () => this.close()),
      activityTimeout: 30_000,
      pongTimeout: 8_000,
    })
    this.pusher = pusher
    pusher.connection.bind('state_change', ({ current }: { current: string }) => {
      if (this.isClosed) return
      if (current === 'connected') this.backoff.reset()
      else onStatusChange(false)
      // The client does not reconnect after the server has ended the connection.
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
