import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

// Next bundles this module several times in one process. All copies share the metrics.
const shared = globalThis as { concordMetrics?: ReturnType<typeof createMetrics> }

/** Returns the metrics of this process, created on first use. */
export function metrics() {
  shared.concordMetrics ??= createMetrics()
  return shared.concordMetrics
}

function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    commands: new Counter({
      name: 'concord_commands_total',
      help: 'Commands by type and outcome; failed ones got no answer.',
      labelNames: ['type', 'outcome'],
      registers,
    }),
    batchSize: new Histogram({
      name: 'concord_batch_size',
      help: 'Commands that were committed in one transaction.',
      buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500],
      registers,
    }),
    queueLength: new Gauge({
      name: 'concord_queue_length',
      help: 'Commands that wait in this process for their batch.',
      registers,
    }),
    subscriberLag: new Gauge({
      name: 'concord_subscriber_lag_events',
      help: 'Events that a subscriber has not handled, over all projects.',
      labelNames: ['subscriber'],
      registers,
    }),
    parkedProjects: new Gauge({
      name: 'concord_subscriber_parked_projects',
      help: 'Projects in which a subscriber failed too often and waits for an admin.',
      labelNames: ['subscriber'],
      registers,
    }),
    realtimeConnections: new Gauge({
      name: 'concord_realtime_connections',
      help: 'Browsers that follow a project, as the realtime server counts them.',
      registers,
    }),
    httpRequests: new Histogram({
      name: 'concord_http_request_duration_seconds',
      help: 'Time until a request was answered.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
  }
}

/** Counts the commands of a batch by type and outcome, with one increment per combination. */
export function countCommands(results: Iterable<{ type: string; outcome: string }>): void {
  const counts = new Map<string, { type: string; outcome: string; count: number }>()
  let size = 0
  for (const { type, outcome } of results) {
    size++
    const key = `${type} ${outcome}`
    const counted = counts.get(key)
    if (counted) counted.count++
    else counts.set(key, { type, outcome, count: 1 })
  }
  const { commands, batchSize } = metrics()
  for (const { type, outcome, count } of counts.values()) commands.inc({ type, outcome }, count)
  batchSize.observe(size)
}

/** Records one finished request. `procedure` is the name of the tRPC procedure that handled it. */
export function observeHttpRequest(request: {
  method: string
  path: string
  procedure?: string
  status: number
  seconds: number
}): void {
  const { path, procedure, status, seconds } = request
  const method = /^(GET|HEAD|POST)$/.test(request.method) ? request.method : 'other'
  const labels = { method, route: routeOf(path, procedure), status: String(status) }
  metrics().httpRequests.observe(labels, seconds)
}

/**
 * Returns one label for all requests of a kind. Paths contain keys and ids and can be invented,
 * while every combination of labels stays in memory.
 */
function routeOf(path: string, procedure: string | undefined): string {
  if (procedure) return `trpc ${procedure}`
  if (path.startsWith('/_next/')) return 'static'
  const [, api] = /^\/api\/(auth|health|import|metrics|realtime|timesheet|trpc)\b/.exec(path) ?? []
  return api ? `api ${api}` : 'page'
}
