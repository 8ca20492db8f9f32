import type Pusher from 'pusher'
import type { Id } from '@/domain/kernel/primitives'
import type { EventBatch, Subscriber } from '@/server/projections/subscriber'
import { packEvents, rangeMessage } from './eventMessages'

/** Further behind than this, windows are told how far the log has grown and nothing else. */
const MAX_BATCH_SIZE = 400

/** The channel on which a project's events are told. */
export const projectChannel = (projectId: Id) => `private-project-${projectId}`

type BroadcastClient = Pick<Pusher, 'triggerBatch'>

/**
 * Tells every open window what has happened: in order, and at least once, because the position is
 * saved after sending.
 */
export function broadcastSubscriber(client: BroadcastClient): Subscriber {
  return {
    name: 'broadcast',
    startFrom: 'now',
    batchSize: MAX_BATCH_SIZE,
    async handle({ projectId, events, headSeq }: EventBatch): Promise<number | undefined> {
      const [first, last] = [events[0], events.at(-1)]
      if (!first || !last) return undefined
      const far = headSeq > last.seq
      const all = rangeMessage(first.seq, far ? headSeq : last.seq)
      const channel = projectChannel(projectId)
      await publishMessages(client, channel, far ? [all] : packEvents(events), all)
      return far ? headSeq : undefined
    },
  }
}

async function publishMessages(
  client: BroadcastClient,
  channel: string,
  messages: string[],
  fallbackMessage: string,
): Promise<void> {
  const toPusherEvents = (all: string[]) => all.map((data) => ({ channel, name: 'events', data }))
  try {
    await client.triggerBatch(toPusherEvents(messages))
  } catch (error) {
    // A server with a smaller limit than Pusher's own.
    if ((error as { status?: number }).status !== 413) throw error
    await client.triggerBatch(toPusherEvents([fallbackMessage]))
  }
}
