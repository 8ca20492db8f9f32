import { authenticateUser } from '@/server/auth/authorizeChannel'
import { answerPusherAuth } from '@/server/auth/pusherAuthEndpoint'

/** Authenticates the user of a realtime connection, in pusher-js's format. */
export function POST(request: Request): Promise<Response> {
  return answerPusherAuth(request, authenticateUser)
}
