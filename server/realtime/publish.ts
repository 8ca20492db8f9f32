import { z } from 'zod'
import type { App } from './app'
import { channelKind, isChannelName } from './channelName'
import { channelInfo, readInfo } from './channelQueries'
import { HttpProblem } from './httpBody'
import { encode } from './protocol'

const channelName = z.string().refine(isChannelName, 'Invalid channel name')

const eventBase = z.object({
  name: z
    .string()
    .min(1)
    .max(200)
    .refine(
      (name) => !/^pusher(_internal)?:/.test(name),
      'Event names of the protocol are reserved',
    ),
  data: z.string(),
  socket_id: z
    .string()
    .regex(/^\d+\.\d+$/, 'Invalid socket id')
    .optional(),
  info: z.string().optional(),
})

const toMany = eventBase.extend({
  channel: channelName.optional(),
  channels: z.array(channelName).optional(),
})
const toOne = eventBase.extend({ channel: channelName })
const batch = z.object({ batch: z.array(toOne) })

type Event = z.infer<typeof eventBase>

/** POST /events: one event to one or several channels; tells about them when `info` asks. */
export function publish(app: App, body: unknown): Record<string, unknown> {
  const event = check(toMany, body)
  const channels = [...new Set(event.channels ?? (event.channel ? [event.channel] : []))]
  if (channels.length === 0) throw new HttpProblem(400, 'channels: name at least one channel')
  if (channels.length > app.limits.maxChannelsPerEvent) {
    throw new HttpProblem(400, `channels: at most ${app.limits.maxChannelsPerEvent} an event`)
  }
  if (channels.length > 1 && channels.some((name) => channelKind(name) === 'encrypted')) {
    throw new HttpProblem(400, 'channels: an encrypted channel must be the only one')
  }
  checkSize(app, event)
  const fields = readInfo(event.info)
  for (const channel of channels) send(app, event, channel)
  if (fields.length === 0) return {}
  return {
    channels: Object.fromEntries(channels.map((name) => [name, channelInfo(app, name, fields)])),
  }
}

/** POST /batch_events: several events in order, all or (when one is wrong) none. */
export function publishBatch(app: App, body: unknown): Record<string, unknown> {
  const events = check(batch, body).batch
  if (events.length > app.limits.maxEventsPerBatch) {
    throw new HttpProblem(400, `batch: at most ${app.limits.maxEventsPerBatch} events`)
  }
  for (const event of events) checkSize(app, event)
  const asked = events.map((event) => ({ event, fields: readInfo(event.info) }))
  for (const { event } of asked) send(app, event, event.channel)
  if (asked.every(({ fields }) => fields.length === 0)) return {}
  return { batch: asked.map(({ event, fields }) => channelInfo(app, event.channel, fields)) }
}

function send(app: App, { name, data, socket_id }: Event, channel: string): void {
  if (app.channels.count(channel) === 0) return
  app.channels.publish(channel, encode({ event: name, channel, data }), socket_id)
}

function checkSize(app: App, { name, data }: Event): void {
  const { maxEventDataBytes } = app.limits
  if (Buffer.byteLength(data) > maxEventDataBytes) {
    throw new HttpProblem(413, `data of ${name} is longer than ${maxEventDataBytes} bytes`)
  }
}

function check<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new HttpProblem(400, `${issue?.path.join('.') || 'body'}: ${issue?.message}`)
}
