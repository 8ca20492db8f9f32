import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { environment } from '@/server/environment'
import { logger } from '@/server/observability/logger'
import { metrics } from '@/server/observability/metrics'
import { pusherClient } from '@/server/publish/pusherClient'
import { queueLength } from '@/server/write/queue'
import { loadSubscriberTotals } from './subscriberTotals'

/** Every browser that shows a project is subscribed to its channel once. */
const PROJECT_CHANNELS = { filter_by_prefix: 'private-project-', info: 'subscription_count' }

/**
 * Returns the metrics in Prometheus format, for requests with CONCORD_METRICS_TOKEN as bearer
 * token. Responds with 404 when that variable is not set.
 */
export async function metricsResponse(request: Request): Promise<Response> {
  const token = environment().CONCORD_METRICS_TOKEN
  if (!token) return Response.json({ error: 'Not found.' }, { status: 404 })
  if (!isBearer(request, token))
    return Response.json(
      { error: 'Send the token of CONCORD_METRICS_TOKEN as a bearer token.' },
      { status: 401, headers: { 'www-authenticate': 'Bearer' } },
    )
  const { registry, queueLength: queueGauge } = metrics()
  queueGauge.set(queueLength())
  await Promise.all([measureSubscribers(), measureRealtime()])
  return new Response(await registry.metrics(), {
    headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' },
  })
}

function isBearer(request: Request, token: string): boolean {
  const [, given = ''] = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '') ?? []
  // Hashes have equal length, so that the comparison takes the same time for every token.
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(token))
}

async function measureSubscribers(): Promise<void> {
  const { subscriberLag, parkedProjects } = metrics()
  try {
    for (const { name, lag, parked } of await loadSubscriberTotals()) {
      subscriberLag.set({ subscriber: name }, lag)
      parkedProjects.set({ subscriber: name }, parked)
    }
  } catch (error) {
    // Removes outdated values, which would mislead.
    subscriberLag.reset()
    parkedProjects.reset()
    logger().warn({ err: error }, 'the lag of the subscribers was not measured')
  }
}

async function measureRealtime(): Promise<void> {
  const { realtimeConnections } = metrics()
  try {
    const response = await pusherClient().get({ path: '/channels', params: PROJECT_CHANNELS })
    const { channels } = channelsSchema.parse(await response.json())
    const counts = Object.values(channels).map((channel) => channel.subscription_count ?? 0)
    realtimeConnections.set(counts.reduce((sum, each) => sum + each, 0))
  } catch (error) {
    realtimeConnections.set(Number.NaN)
    logger().warn({ err: error }, 'the realtime connections were not counted')
  }
}

const channelsSchema = z.object({
  channels: z.record(z.string(), z.object({ subscription_count: z.number().optional() })),
})
