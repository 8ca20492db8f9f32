import type Pusher from 'pusher'
import type { Id } from '@/domain/kernel/primitives'
import { UnavailableError } from '@/server/projections/retryPolicy'
import type { EventBatch, Subscriber } from '@/server/projections/subscriber'
import { packEvents, rangeMessage } from './eventMessages'

/** When the subscriber lags by more positions, clients receive only the newest position. */
const MAX_BATCH_SIZE = 400

/** Returns the channel that carries a project's events. */
export const projectChannel = (projectId: Id) => `private-project-${projectId}`

type BroadcastClient = Pick<Pusher, 'triggerBatch'>

/**
 * Publishes every event to the clients: in order, and at least once, because the checkpoint is
 * saved after sending.
 */
export function broadcastSubscriber(client: BroadcastClient): Subscriber {
  return {
    name: 'broadcast',
    title: 'Live updates',
    startFrom: 'now',
    batchSize: MAX_BATCH_SIZE,
    async handle({ projectId, events, headSeq }: EventBatch): Promise<number | undefined> {
      const [first, last] = [events[0], events.at(-1)]
      if (!first || !last) return undefined
      const isLagging = headSeq > last.seq
      const all = rangeMessage(first.seq, isLagging ? headSeq : last.seq)
      const channel = projectChannel(projectId)
      await publishMessages(client, channel, isLagging ? [all] : packEvents(events), all)
      return isLagging ? headSeq : undefined
    },
  }
}

async function publishMessages(
  client: BroadcastClient,
  channel: string,
  messages: string[],
  fallbackMessage: string,
): Promise<void> {
  const send = (all: string[]) =>
    client.triggerBatch(all.map((data) => ({ channel, name: 'events', data })))
  try {
    await send(messages).catch((error) => {
      // The server has a smaller limit than Pusher.
      if (statusOf(error) !== 413) throw error
      return send([fallbackMessage])
    })
  } catch (error) {
    if (isRejectedMessage(statusOf(error))) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new UnavailableError(`The realtime server did not accept the events: ${reason}`, {
      cause: error,
    })
  }
}

const statusOf = (error: unknown) => (error as { status?: number }).status

/** True for a rejected message. Other statuses concern our credentials or the server itself. */
const isRejectedMessage = (status: number | undefined) => status === 400 || status === 413
