import { checkHealth } from '@/server/health/health'

export const dynamic = 'force-dynamic'

/**
 * Returns the status of this server and its parts, for load balancers, monitors and the start
 * script. Responds with 503 without the database, and with 200 when another part fails, because
 * another server would not do better.
 */
export async function GET(): Promise<Response> {
  const health = await checkHealth()
  return Response.json(health, { status: health.status === 'unavailable' ? 503 : 200 })
}
