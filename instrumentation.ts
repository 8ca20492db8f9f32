/** Runs once when a web server starts: the subscribers live in its process. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startSubscribers } = await import('@/server/jobs/startSubscribers')
  const shared = globalThis as { concordSubscribers?: { stop(): Promise<void> } }
  shared.concordSubscribers ??= startSubscribers()
}
