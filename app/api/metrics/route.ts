import { metricsResponse } from '@/server/health/metricsResponse'

export const dynamic = 'force-dynamic'

/** Returns the metrics of this process for Prometheus. Requires the metrics token. */
export function GET(request: Request): Promise<Response> {
  return metricsResponse(request)
}
