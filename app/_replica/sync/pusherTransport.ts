import type Pusher from 'pusher-js'
import type { Channel, Options, PresenceChannel } from 'pusher-js'
import { Backoff } from '@/app/_api/backoff'
import type { RealtimeSettings } from '@/app/_api/realtimeSettings'
import { USER_MESSAGES, type UserMessage } from '@/app/_api/userMessages'
import type { Id } from '@/domain/kernel/primitives'
import { connectionOptions } from './connectionOptions'
import type {
  Broadcast,
  ChannelMember,
  PresenceMessage,
  Transport,
  TransportListener,
} from './transport'
import { createUserAuthentication, fetchUserAuth, type UserAuthResult } from './userAuthentication'

/** Timeout of the first connection, in milliseconds. The official client would wait 15 to 60 s. */
const FIRST_TIMEOUT_MS = 2_500
const MAX_TIMEOUT_MS = 20_000
/**
 * Pause before reconnecting after the server has ended the connection, in milliseconds. The
 * official client would never reconnect.
 */
const RECONNECT_DELAY_MS = 250

export interface PusherTransportOptions {
  projectId: Id
  settings: RealtimeSettings
  /** Loads the official client. */
  loadClient: () => Promise<{ default: typeof Pusher }>
  /** Authorizes this window for its channels; by default through /api/realtime/auth. */
  channelAuthorization?: Options['channelAuthorization']
  /** Receives the messages to the person, on any of their connections. */
  onUserMessage?: (name: UserMessage) => void
  /** Returns the signed user data of a connection; by default from /api/realtime/user. */
  fetchAuth?: (socketId: string) => Promise<UserAuthResult>
}

/** The connection to Pusher Channels or any server with its protocol. */
export class PusherTransport implements Transport {
  private pusher: Pusher | null = null
  private presence: PresenceChannel | null = null
  private restartTimer: ReturnType<typeof setTimeout> | null = null
  private attemptCount = 0
  private isUp = false
  private isClosed = false

  constructor(private readonly options: PusherTransportOptions) {}

  open(listener: TransportListener): void {
    this.isClosed = false
    this.options.loadClient().then(
      ({ default: Client }) => {
        if (!this.isClosed && !this.pusher) this.connect(Client, listener)
      },
      // Without the client the log is still polled.
      () => listener.onDisconnected(),
    )
  }

  sendPresence(message: PresenceMessage): void {
    if (this.isUp && this.presence?.subscribed) this.presence.trigger('client-presence', message)
  }

  close(): void {
    this.isClosed = true
    if (this.restartTimer) clearTimeout(this.restartTimer)
    this.isUp = false
    this.attemptCount = 0
    this.pusher?.disconnect()
    this.pusher = null
  }

  private connect(Client: typeof Pusher, listener: TransportListener): void {
    const { settings, projectId, channelAuthorization } = this.options
    const { fetchAuth = (socketId) => fetchUserAuth(projectId, socketId) } = this.options
    const connection = () => (this.pusher === pusher ? pusher.connection : null)
    const pusher: Pusher = new Client(settings.key, {
      ...connectionOptions(settings),
      channelAuthorization: channelAuthorization ?? {
        endpoint: '/api/realtime/auth',
        transport: 'ajax',
      },
      userAuthentication: createUserAuthentication(fetchAuth, connection, () =>
        listener.onRejected(),
      ),
      activityTimeout: 30_000,
      pongTimeout: 8_000,
    })
    this.pusher = pusher
    pusher.connection.bind('state_change', ({ current }: { current: string }) => {
      if (this.isClosed) return
      if (current !== 'connected') this.markDisconnected(listener)
      this.restartWhenStuck(pusher, current)
    })
    // Reported as soon as the connection breaks. The client's state changes only a second later.
    pusher.connection.bind('connecting_in', () => this.markDisconnected(listener))
    this.restartWhenStuck(pusher, pusher.connection.state)
    const channel = pusher.subscribe(`private-project-${projectId}`)
    channel.bind('pusher:subscription_succeeded', () => {
      this.isUp = true
      this.attemptCount = 0
      listener.onConnected()
    })
    channel.bind('events', (broadcast: Broadcast) => listener.onBroadcast(broadcast))
    this.resubscribeWhenRejected(pusher, channel, listener)
    this.presence = subscribeToPresence(pusher, `presence-project-${projectId}`, listener)
    this.resubscribeWhenRejected(pusher, this.presence, null)
    for (const name of USER_MESSAGES) {
      pusher.user.bind(name, () => this.options.onUserMessage?.(name))
    }
    pusher.signin()
  }

  private markDisconnected(listener: TransportListener): void {
    if (this.isUp || this.attemptCount === 0) listener.onDisconnected()
    this.isUp = false
  }

  /** Restarts a connection that is not established in time. */
  private restartWhenStuck(pusher: Pusher, state: string): void {
    if (this.restartTimer) clearTimeout(this.restartTimer)
    this.restartTimer = null
    if (state === 'connected' || this.isClosed) return
    const firstTimeout = state === 'disconnected' ? RECONNECT_DELAY_MS : FIRST_TIMEOUT_MS
    const timeout = Math.min(MAX_TIMEOUT_MS, firstTimeout * 1.5 ** this.attemptCount)
    this.restartTimer = setTimeout(
      () => {
        this.attemptCount++
        pusher.disconnect()
        pusher.connect()
      },
      timeout * (1 + Math.random() / 3),
    )
  }

  /** Retries a rejected subscription, because the server may be starting. */
  private resubscribeWhenRejected(
    pusher: Pusher,
    channel: Channel,
    listener: TransportListener | null,
  ): void {
    const backoff = new Backoff()
    channel.bind('pusher:subscription_succeeded', () => backoff.reset())
    channel.bind('pusher:subscription_error', () => {
      if (listener) this.markDisconnected(listener)
      listener?.onRejected()
      backoff.retry(() => {
        if (this.pusher !== pusher || channel.subscribed) return
        channel.cancelSubscription()
        channel.subscriptionPending = false
        channel.subscriptionCancelled = false
        if (pusher.connection.state === 'connected') channel.subscribe()
      })
    })
  }
}

function subscribeToPresence(
  pusher: Pusher,
  name: string,
  listener: TransportListener,
): PresenceChannel {
  const channel = pusher.subscribe(name) as PresenceChannel
  const reportMembers = () => {
    const members: ChannelMember[] = []
    channel.members.each(({ id, info }: { id: Id; info: { name: string } }) => {
      members.push({ id, name: info.name })
    })
    listener.onMembers(members)
  }
  channel.bind('pusher:subscription_succeeded', reportMembers)
  channel.bind('pusher:member_added', reportMembers)
  channel.bind('pusher:member_removed', reportMembers)
  channel.bind('client-presence', (message: PresenceMessage, metadata?: { user_id?: Id }) => {
    if (metadata?.user_id) listener.onPresence(metadata.user_id, message)
  })
  return channel
}
