import { publicRealtime } from '@/server/environment'

export const dynamic = 'force-dynamic'

/** Where browsers find the realtime server; nothing in it is secret. */
export function GET(): Response {
  return Response.json(publicRealtime())
}
