import { publicRealtime } from '@/server/environment'

export const dynamic = 'force-dynamic'

/** Returns the public settings of the realtime server, with which browsers connect to it. */
export function GET(): Response {
  return Response.json(publicRealtime())
}
