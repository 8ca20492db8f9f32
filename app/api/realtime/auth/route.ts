import { admitToChannel } from '@/server/subscribers/admit'
import { realtimeDoor } from '@/server/subscribers/door'

/** Lets a realtime connection into a private or presence channel, as the official client asks. */
export function POST(request: Request): Promise<Response> {
  return realtimeDoor(request, admitToChannel)
}
