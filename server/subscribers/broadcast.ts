import type Pusher from 'pusher'
import type { Id } from '@/domain/words'
import { messagesFor, positions } from './messages'
import type { Batch, Subscriber } from './subscriber'

/** Further behind than this, windows are told how far the log has grown and nothing else. */
const FAR_BEHIND = 400

/** The channel on which a project's events are told. */
export const eventsChannel = (projectId: Id) => `private-project-${projectId}`

type Client = Pick<Pusher, 'triggerBatch'>

/**
 * Tells every open window what has happened: in order, and at least once, because the position is
 * saved after sending.
 */
export function broadcastTo(client: Client): Subscriber {
  return {
    name: 'broadcast',
    from: 'now',
    most: FAR_BEHIND,
    async handle({ projectId, events, newest }: Batch): Promise<number | undefined> {
      const [first, last] = [events[0], events.at(-1)]
      if (!first || !last) return undefined
      const far = newest > last.seq
      const all = positions(first.seq, far ? newest : last.seq)
      const channel = eventsChannel(projectId)
      await send(client, channel, far ? [all] : messagesFor(events), all)
      return far ? newest : undefined
    },
  }
}

async function send(
  client: Client,
  channel: string,
  messages: string[],
  inShort: string,
): Promise<void> {
  const batch = (all: string[]) => all.map((data) => ({ channel, name: 'events', data }))
  try {
    await client.triggerBatch(batch(messages))
  } catch (error) {
    // A server with a smaller limit than Pusher's own.
    if ((error as { status?: number }).status !== 413) throw error
    await client.triggerBatch(batch([inShort]))
  }
}
