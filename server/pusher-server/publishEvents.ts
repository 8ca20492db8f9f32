import { z } from 'zod'
import { channelKind, isChannelName } from './channelName'
import { channelInfo, parseInfoFields } from './channelQueries'
import { HttpError } from './httpBody'
import { encodeMessage } from './protocol'
import type { PusherApp } from './pusherApp'

const channelNameSchema = z.string().refine(isChannelName, 'Invalid channel name')

const eventSchema = z.object({
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

const multiChannelEventSchema = eventSchema.extend({
  channel: channelNameSchema.optional(),
  channels: z.array(channelNameSchema).optional(),
})
const singleChannelEventSchema = eventSchema.extend({ channel: channelNameSchema })
const batchSchema = z.object({ batch: z.array(singleChannelEventSchema) })

type PublishedEvent = z.infer<typeof eventSchema>

/**
 * POST /events: publishes one event to one or several channels. Returns the attributes in `info`.
 */
export function publishEvent(app: PusherApp, body: unknown): Record<string, unknown> {
  const event = parseBody(multiChannelEventSchema, body)
  const channels = [...new Set(event.channels ?? (event.channel ? [event.channel] : []))]
  if (channels.length === 0) throw new HttpError(400, 'channels: name at least one channel')
  if (channels.length > app.limits.maxChannelsPerEvent) {
    throw new HttpError(400, `channels: at most ${app.limits.maxChannelsPerEvent} an event`)
  }
  if (channels.length > 1 && channels.some((name) => channelKind(name) === 'encrypted')) {
    throw new HttpError(400, 'channels: an encrypted channel must be the only one')
  }
  checkSize(app, event)
  const fields = parseInfoFields(event.info)
  for (const channel of channels) sendToChannel(app, event, channel)
  if (fields.length === 0) return {}
  return {
    channels: Object.fromEntries(channels.map((name) => [name, channelInfo(app, name, fields)])),
  }
}

/** POST /batch_events: publishes several events in order, or none when one is invalid. */
export function publishBatch(app: PusherApp, body: unknown): Record<string, unknown> {
  const events = parseBody(batchSchema, body).batch
  if (events.length > app.limits.maxEventsPerBatch) {
    throw new HttpError(400, `batch: at most ${app.limits.maxEventsPerBatch} events`)
  }
  for (const event of events) checkSize(app, event)
  const requested = events.map((event) => ({ event, fields: parseInfoFields(event.info) }))
  for (const { event } of requested) sendToChannel(app, event, event.channel)
  if (requested.every(({ fields }) => fields.length === 0)) return {}
  return { batch: requested.map(({ event, fields }) => channelInfo(app, event.channel, fields)) }
}

function sendToChannel(
  app: PusherApp,
  { name, data, socket_id }: PublishedEvent,
  channel: string,
): void {
  if (app.channels.count(channel) === 0) return
  app.channels.publish(channel, encodeMessage({ event: name, channel, data }), socket_id)
}

function checkSize(app: PusherApp, { name, data }: PublishedEvent): void {
  const { maxEventDataBytes } = app.limits
  if (Buffer.byteLength(data) > maxEventDataBytes) {
    throw new HttpError(413, `data of ${name} is longer than ${maxEventDataBytes} bytes`)
  }
}

function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new HttpError(400, `${issue?.path.join('.') || 'body'}: ${issue?.message}`)
}
