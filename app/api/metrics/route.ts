import { metricsResponse } from '@/server/health/metricsResponse'

export const dynamic = 'force-dynamic'

/** The metrics of this process for Prometheus, to those who have the token. */
export function GET(request: Request): Promise<Response> {
  return metricsResponse(request)
}
