import { expect, test } from 'vitest'
import type { StoredEvent } from '@/domain/events'
import type { EventBatch } from '@/server/projections/subscriber'
import { broadcastSubscriber } from '@/server/publish/broadcast'
import { packEvents } from '@/server/publish/eventMessages'

function createEvent(seq: number, body = 'Hello'): StoredEvent {
  return {
    type: 'comment.added',
    projectId: 'project',
    taskId: 'task',
    seq,
    version: seq,
    actor: 'ada',
    at: '2026-01-01T00:00:00.000Z',
    commandId: 'command',
    clientId: 'client',
    imported: false,
    data: { commentId: 'comment', body },
  }
}
const createEvents = (count: number, body?: string) =>
  Array.from({ length: count }, (_, i) => createEvent(i + 1, body))
const parseMessages = (messages: string[]) =>
  messages.map((m) => JSON.parse(m) as { from: number; to: number; events?: StoredEvent[] })

test('events are packed in order into messages under 10 KB, each with its range of seqs', () => {
  const messages = packEvents(createEvents(100))
  expect(messages.length).toBeGreaterThan(1)
  for (const message of messages) expect(Buffer.byteLength(message)).toBeLessThanOrEqual(10_240)
  const all = parseMessages(messages)
  expect(all.flatMap((each) => each.events ?? [])).toEqual(createEvents(100))
  for (const { from, to, events: part } of all) {
    expect([from, to]).toEqual([part?.[0]?.seq, part?.at(-1)?.seq])
  }
})

test('an event that is too large is announced by its seq, and the others are still sent', () => {
  const large = [createEvent(1), createEvent(2, 'ü'.repeat(6_000)), createEvent(3)]
  expect(parseMessages(packEvents(large))).toEqual([
    { from: 1, to: 1, events: [createEvent(1)] },
    { from: 2, to: 2 },
    { from: 3, to: 3, events: [createEvent(3)] },
  ])
})

test('more than ten messages are replaced by one with the newest seq', () => {
  expect(parseMessages(packEvents(createEvents(300, 'x'.repeat(500))))).toEqual([
    { from: 1, to: 300 },
  ])
})

test('a publisher that is far behind announces only the newest seq and skips to it', async () => {
  const sent: string[] = []
  const subscriber = broadcastSubscriber({
    triggerBatch: async (batch) => {
      sent.push(...batch.map(({ channel, name, data }) => `${channel} ${name} ${data}`))
      return {} as never
    },
  })
  const batch = { projectId: 'p', events: createEvents(3), headSeq: 5_000 } as EventBatch
  expect(await subscriber.handle(batch)).toBe(5_000)
  expect(sent).toEqual(['private-project-p events {"from":1,"to":5000}'])
})

test('a realtime server with a smaller limit receives only the seqs', async () => {
  const sent: unknown[] = []
  const subscriber = broadcastSubscriber({
    triggerBatch: async (batch) => {
      if (batch.some(({ data }) => data.length > 100))
        throw Object.assign(new Error(), { status: 413 })
      sent.push(...batch.map(({ data }) => JSON.parse(data)))
      return {} as never
    },
  })
  await subscriber.handle({ projectId: 'p', events: createEvents(3), headSeq: 3 } as EventBatch)
  expect(sent).toEqual([{ from: 1, to: 3 }])
})
