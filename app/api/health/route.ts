import { checkHealth } from '@/server/health/health'

export const dynamic = 'force-dynamic'

/**
 * How this server and each part that it needs is; for balancers, monitors and the start script. 503
 * without the database; 200 also when another part is not well, as other servers would do no better.
 */
export async function GET(): Promise<Response> {
  const health = await checkHealth()
  return Response.json(health, { status: health.status === 'unavailable' ? 503 : 200 })
}
