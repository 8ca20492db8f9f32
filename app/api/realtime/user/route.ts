import { authenticateUser } from '@/server/auth/authorizeChannel'
import { answerPusherAuth } from '@/server/auth/pusherAuthEndpoint'

/** Tells whose a realtime connection is, as the official client asks when it signs in. */
export function POST(request: Request): Promise<Response> {
  return answerPusherAuth(request, authenticateUser)
}
