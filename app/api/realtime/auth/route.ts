import { authorizeChannel } from '@/server/auth/authorizeChannel'
import { answerPusherAuth } from '@/server/auth/pusherAuthEndpoint'

/** Lets a realtime connection into a private or presence channel, as the official client asks. */
export function POST(request: Request): Promise<Response> {
  return answerPusherAuth(request, authorizeChannel)
}
