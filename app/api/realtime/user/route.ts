import { vouchForUser } from '@/server/subscribers/admit'
import { realtimeDoor } from '@/server/subscribers/door'

/** Tells whose a realtime connection is, as the official client asks when it signs in. */
export function POST(request: Request): Promise<Response> {
  return realtimeDoor(request, vouchForUser)
}
