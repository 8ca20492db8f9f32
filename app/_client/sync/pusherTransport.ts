import type Pusher from 'pusher-js'
import type { Channel, Options, PresenceChannel } from 'pusher-js'
import type { Id } from '@/domain/words'
import { PERSONAL_MESSAGES, type PersonalMessage } from '../personal'
import type { RealtimeSettings } from '../store/types'
import { addressOf } from './address'
import { Backoff } from './backoff'
import { keepSignedIn, type Vouched, vouchFor } from './keepSignedIn'
import type { Broadcast, HoldingMessage, Member, Transport, TransportListener } from './transport'

/** The official client gives a refused connection 15 to 60 s before it tries again: too long. */
const FIRST_ATTEMPT_MS = 2_500
const LONGEST_ATTEMPT_MS = 20_000
/** It never tries again where the server has ended the connection: rights have changed. */
const AFTER_END_MS = 250

export interface PusherOptions {
  projectId: Id
  settings: RealtimeSettings
  /** Loads the official client. */
  load: () => Promise<{ default: typeof Pusher }>
  /** How the server lets this window into its channels; by default through /api/realtime/auth. */
  channelAuthorization?: Options['channelAuthorization']
  /** Hears what the person is told on all their connections. */
  personal?: (name: PersonalMessage) => void
  /** Proof of whose a connection is; by default from /api/realtime/user. */
  vouch?: (socketId: string) => Promise<Vouched>
}

/** The line to Pusher Channels, or to anything else that speaks its protocol. */
export class PusherTransport implements Transport {
  private pusher: Pusher | null = null
  private presence: PresenceChannel | null = null
  private attempt: ReturnType<typeof setTimeout> | null = null
  private attempts = 0
  private isUp = false
  private closed = false

  constructor(private readonly options: PusherOptions) {}

  open(listener: TransportListener): void {
    this.closed = false
    this.options.load().then(
      ({ default: Client }) => {
        if (!this.closed && !this.pusher) this.connect(Client, listener)
      },
      // Without the client the log is still asked from time to time.
      () => listener.down(),
    )
  }

  tell(message: HoldingMessage): void {
    if (this.isUp && this.presence?.subscribed) this.presence.trigger('client-holding', message)
  }

  close(): void {
    this.closed = true
    if (this.attempt) clearTimeout(this.attempt)
    this.isUp = false
    this.attempts = 0
    this.pusher?.disconnect()
    this.pusher = null
  }

  private connect(Client: typeof Pusher, listener: TransportListener): void {
    const { settings, projectId, channelAuthorization } = this.options
    const { vouch = (socketId) => vouchFor(projectId, socketId) } = this.options
    const connection = () => (this.pusher === pusher ? pusher.connection : null)
    const pusher: Pusher = new Client(settings.key, {
      ...addressOf(settings),
      channelAuthorization: channelAuthorization ?? {
        endpoint: '/api/realtime/auth',
        transport: 'ajax',
      },
      userAuthentication: keepSignedIn(vouch, connection, () => listener.refused()),
      activityTimeout: 30_000,
      pongTimeout: 8_000,
    })
    this.pusher = pusher
    pusher.connection.bind('state_change', ({ current }: { current: string }) => {
      if (this.closed) return
      if (current !== 'connected') this.fell(listener)
      this.watch(pusher, current)
    })
    // Said at once when the line breaks; the state follows a second later.
    pusher.connection.bind('connecting_in', () => this.fell(listener))
    this.watch(pusher, pusher.connection.state)
    const channel = pusher.subscribe(`private-project-${projectId}`)
    channel.bind('pusher:subscription_succeeded', () => {
      this.isUp = true
      this.attempts = 0
      listener.up()
    })
    channel.bind('events', (broadcast: Broadcast) => listener.message(broadcast))
    this.enterAgainWhenRefused(pusher, channel, listener)
    this.presence = followPresence(pusher, `presence-project-${projectId}`, listener)
    this.enterAgainWhenRefused(pusher, this.presence, null)
    for (const name of PERSONAL_MESSAGES) {
      pusher.user.bind(name, () => this.options.personal?.(name))
    }
    pusher.signin()
  }

  private fell(listener: TransportListener): void {
    if (this.isUp || this.attempts === 0) listener.down()
    this.isUp = false
  }

  /** Starts a connection over that has not come about in good time. */
  private watch(pusher: Pusher, state: string): void {
    if (this.attempt) clearTimeout(this.attempt)
    this.attempt = null
    if (state === 'connected' || this.closed) return
    const first = state === 'disconnected' ? AFTER_END_MS : FIRST_ATTEMPT_MS
    const patience = Math.min(LONGEST_ATTEMPT_MS, first * 1.5 ** this.attempts)
    this.attempt = setTimeout(
      () => {
        this.attempts++
        pusher.disconnect()
        pusher.connect()
      },
      patience * (1 + Math.random() / 3),
    )
  }

  /** A refused subscription is asked for again: the server may just have been starting. */
  private enterAgainWhenRefused(
    pusher: Pusher,
    channel: Channel,
    listener: TransportListener | null,
  ): void {
    const pause = new Backoff()
    channel.bind('pusher:subscription_succeeded', () => pause.reset())
    channel.bind('pusher:subscription_error', () => {
      if (listener) this.fell(listener)
      listener?.refused()
      pause.retry(() => {
        if (this.pusher !== pusher || channel.subscribed) return
        channel.cancelSubscription()
        channel.subscriptionPending = false
        channel.subscriptionCancelled = false
        if (pusher.connection.state === 'connected') channel.subscribe()
      })
    })
  }
}

function followPresence(
  pusher: Pusher,
  name: string,
  listener: TransportListener,
): PresenceChannel {
  const channel = pusher.subscribe(name) as PresenceChannel
  const all = () => {
    const members: Member[] = []
    channel.members.each(({ id, info }: { id: Id; info: { name: string } }) => {
      members.push({ id, name: info.name })
    })
    listener.members(members)
  }
  channel.bind('pusher:subscription_succeeded', all)
  channel.bind('pusher:member_added', all)
  channel.bind('pusher:member_removed', all)
  channel.bind('client-holding', (message: HoldingMessage, from?: { user_id?: Id }) => {
    if (from?.user_id) listener.holding(from.user_id, message)
  })
  return channel
}
