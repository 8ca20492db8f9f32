import { authorizeChannel } from '@/server/auth/authorizeChannel'
import { answerPusherAuth } from '@/server/auth/pusherAuthEndpoint'

/** Authorizes a connection for a private or presence channel, in pusher-js's format. */
export function POST(request: Request): Promise<Response> {
  return answerPusherAuth(request, authorizeChannel)
}
