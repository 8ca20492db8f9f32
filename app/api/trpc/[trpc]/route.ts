import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { isSameOrigin } from '@/server/http/isSameOrigin'
import { readBody } from '@/server/http/readBody'
import { appRouter } from '@/server/trpc/appRouter'
import { createContext } from '@/server/trpc/context'

/** Largest body in bytes; a description of 100,000 characters fits several times. */
const MAX_BODY_BYTES = 2_000_000

async function handleTrpc(req: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req,
    router: appRouter,
    createContext: () => createContext(req.headers),
    maxBatchSize: 50,
    onError: ({ error, path }) => {
      if (error.code === 'INTERNAL_SERVER_ERROR') console.error(`${path}:`, error.cause ?? error)
    },
  })
}

export const GET = handleTrpc

/** Mutations: from our own pages only, as JSON only. */
export async function POST(req: Request): Promise<Response> {
  if (!isSameOrigin(req.headers)) return errorResponse(403, 'This request comes from another site.')
  if (!req.headers.get('content-type')?.startsWith('application/json')) {
    return errorResponse(415, 'Send JSON (content-type: application/json).')
  }
  const body = await readBody(req, MAX_BODY_BYTES)
  if (!body) return errorResponse(413, 'The request is larger than 2 MB.')
  return handleTrpc(
    new Request(req.url, { method: 'POST', headers: req.headers, body: body.slice() }),
  )
}

function errorResponse(status: number, message: string): Response {
  return Response.json({ error: { message } }, { status })
}
