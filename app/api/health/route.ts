import { isHealthy } from '@/server/isHealthy'

export const dynamic = 'force-dynamic'

/** 200 when the database answers, 503 when it does not; for balancers and the start script. */
export async function GET(): Promise<Response> {
  return (await isHealthy())
    ? Response.json({ status: 'ok' })
    : Response.json({ status: 'unavailable' }, { status: 503 })
}
