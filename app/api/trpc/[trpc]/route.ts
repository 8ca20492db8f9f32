import { TRPCError } from '@trpc/server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc'
import { isSameOrigin } from '@/server/http/isSameOrigin'
import { readBody } from '@/server/http/readBody'
import { logger } from '@/server/observability/logger'
import { requests } from '@/server/observability/requestContext'
import { appRouter } from '@/server/trpc/appRouter'
import { createContext } from '@/server/trpc/context'

/** Maximum size of a body in bytes: several descriptions of 100,000 characters. */
const MAX_BODY_BYTES = 2_000_000

async function handleTrpc(req: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req,
    router: appRouter,
    createContext: () => createContext(req.headers),
    maxBatchSize: 50,
    onError: ({ error, path }) => {
      if (error.code !== 'INTERNAL_SERVER_ERROR') return
      const { requestId } = requests.getStore() ?? {}
      logger().error({ err: error.cause ?? error, procedure: path, requestId }, 'procedure failed')
    },
  })
}

export const GET = handleTrpc

/** Handles mutations: only as JSON and only from the app's own pages. */
export async function POST(req: Request): Promise<Response> {
  if (!isSameOrigin(req.headers))
    return errorResponse('FORBIDDEN', 'This request comes from another site.')
  if (!req.headers.get('content-type')?.startsWith('application/json')) {
    return errorResponse('UNSUPPORTED_MEDIA_TYPE', 'Send JSON (content-type: application/json).')
  }
  const body = await readBody(req, MAX_BODY_BYTES)
  if (!body) return errorResponse('PAYLOAD_TOO_LARGE', 'The request is larger than 2 MB.')
  return handleTrpc(
    new Request(req.url, { method: 'POST', headers: req.headers, body: body.slice() }),
  )
}

/** Returns an error in tRPC's format, so that its client can read the message. */
function errorResponse(code: TRPCError['code'], message: string): Response {
  const status = getHTTPStatusCodeFromError(new TRPCError({ code }))
  const error = { message, code: TRPC_ERROR_CODES_BY_KEY[code], data: { code, httpStatus: status } }
  return Response.json({ error }, { status })
}
