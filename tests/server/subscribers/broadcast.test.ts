import { expect, test } from 'vitest'
import type { LoggedEvent } from '@/domain/events'
import { broadcastTo } from '@/server/subscribers/broadcast'
import { messagesFor } from '@/server/subscribers/messages'
import type { Batch } from '@/server/subscribers/subscriber'

function event(seq: number, body = 'Hello'): LoggedEvent {
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
const events = (count: number, body?: string) =>
  Array.from({ length: count }, (_, i) => event(i + 1, body))
const parsed = (messages: string[]) =>
  messages.map((m) => JSON.parse(m) as { from: number; to: number; events?: LoggedEvent[] })

test('events are packed in order into messages under 10 KB, each naming its part', () => {
  const messages = messagesFor(events(100))
  expect(messages.length).toBeGreaterThan(1)
  for (const message of messages) expect(Buffer.byteLength(message)).toBeLessThanOrEqual(10_240)
  const all = parsed(messages)
  expect(all.flatMap((each) => each.events ?? [])).toEqual(events(100))
  for (const { from, to, events: part } of all) {
    expect([from, to]).toEqual([part?.[0]?.seq, part?.at(-1)?.seq])
  }
})

test('an event that is too large is announced by its position, the others still travel', () => {
  const large = [event(1), event(2, 'ü'.repeat(6_000)), event(3)]
  expect(parsed(messagesFor(large))).toEqual([
    { from: 1, to: 1, events: [event(1)] },
    { from: 2, to: 2 },
    { from: 3, to: 3, events: [event(3)] },
  ])
})

test('more than ten messages become one that says how far the log has grown', () => {
  expect(parsed(messagesFor(events(300, 'x'.repeat(500))))).toEqual([{ from: 1, to: 300 }])
})

test('one that is far behind tells only the newest position and goes there', async () => {
  const sent: string[] = []
  const subscriber = broadcastTo({
    triggerBatch: async (batch) => {
      sent.push(...batch.map(({ channel, name, data }) => `${channel} ${name} ${data}`))
      return {} as never
    },
  })
  const batch = { projectId: 'p', events: events(3), newest: 5_000 } as Batch
  expect(await subscriber.handle(batch)).toBe(5_000)
  expect(sent).toEqual(['private-project-p events {"from":1,"to":5000}'])
})

test('a realtime server with a smaller limit gets the positions alone', async () => {
  const sent: unknown[] = []
  const subscriber = broadcastTo({
    triggerBatch: async (batch) => {
      if (batch.some(({ data }) => data.length > 100))
        throw Object.assign(new Error(), { status: 413 })
      sent.push(...batch.map(({ data }) => JSON.parse(data)))
      return {} as never
    },
  })
  await subscriber.handle({ projectId: 'p', events: events(3), newest: 3 } as Batch)
  expect(sent).toEqual([{ from: 1, to: 3 }])
})
