import type { StoredEvent } from '@/domain/events'

/** Maximum size of a message, in bytes: Pusher allows 10 KB, including some overhead. */
export const MAX_MESSAGE_BYTES = 10_000
/** Maximum number of messages in one request to the realtime server. */
export const MAX_MESSAGES = 10

/**
 * Returns the messages for consecutive events, in order, with as many events as fit into each. When
 * an event is too large for a message, or more than ten messages are needed, returns only the range
 * of positions, and clients fetch the events.
 */
export function packEvents(events: readonly StoredEvent[]): string[] {
  const messages: string[] = []
  let packed: { seq: number; json: string }[] = []
  let bytes = 0
  const flush = () => {
    const [first, last] = [packed[0], packed.at(-1)]
    if (first && last) messages.push(eventsMessage(first.seq, last.seq, packed))
    packed = []
    bytes = 0
  }
  for (const event of events) {
    const json = JSON.stringify(event)
    const size = Buffer.byteLength(json) + 1
    if (bytes + size > MAX_MESSAGE_BYTES - 100) flush()
    if (size > MAX_MESSAGE_BYTES - 100) messages.push(rangeMessage(event.seq, event.seq))
    else {
      packed.push({ seq: event.seq, json })
      bytes += size
    }
    if (messages.length > MAX_MESSAGES) break
  }
  flush()
  const [first, last] = [events[0], events.at(-1)]
  if (messages.length <= MAX_MESSAGES || !first || !last) return messages
  return [rangeMessage(first.seq, last.seq)]
}

/** Returns the message with a range of positions, which clients fetch. */
export function rangeMessage(from: number, to: number): string {
  return JSON.stringify({ from, to })
}

function eventsMessage(from: number, to: number, packed: { json: string }[]): string {
  return `{"from":${from},"to":${to},"events":[${packed.map((each) => each.json).join(',')}]}`
}
