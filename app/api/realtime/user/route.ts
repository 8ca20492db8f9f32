import { authenticateUser } from '@/server/publish/authorizeChannel'
import { answerPusherAuth } from '@/server/publish/pusherAuthEndpoint'

/** Tells whose a realtime connection is, as the official client asks when it signs in. */
export function POST(request: Request): Promise<Response> {
  return answerPusherAuth(request, authenticateUser)
}
