/** Runs once when a web server starts: it observes its requests, and may run the subscribers. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const [{ environment }, { observeRequests }, { startSubscribers }, { startNotifyingWorkers }] =
    await Promise.all([
      import('@/server/environment'),
      import('@/server/observability/observeRequests'),
      import('@/server/jobs/startSubscribers'),
      import('@/server/jobs/eventNotifications'),
    ])
  observeRequests()
  const shared = globalThis as { concordSubscribers?: { stop(): Promise<void> } }
  shared.concordSubscribers ??=
    environment().CONCORD_SUBSCRIBERS === 'web' ? startSubscribers() : startNotifyingWorkers()
}
