import { authorizeChannel } from '@/server/publish/authorizeChannel'
import { answerPusherAuth } from '@/server/publish/pusherAuthEndpoint'

/** Lets a realtime connection into a private or presence channel, as the official client asks. */
export function POST(request: Request): Promise<Response> {
  return answerPusherAuth(request, authorizeChannel)
}
