import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { bodyUpTo } from '@/server/trpc/body'
import { contextOf } from '@/server/trpc/context'
import { isOwnOrigin } from '@/server/trpc/origin'
import { appRouter } from '@/server/trpc/router'

/** Largest body in bytes; a description of 100,000 characters fits several times. */
const MAX_BODY = 2_000_000

async function answer(req: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req,
    router: appRouter,
    createContext: () => contextOf(req.headers),
    maxBatchSize: 50,
    onError: ({ error, path }) => {
      if (error.code === 'INTERNAL_SERVER_ERROR') console.error(`${path}:`, error.cause ?? error)
    },
  })
}

export const GET = answer

/** Mutations: from our own pages only, as JSON only. */
export async function POST(req: Request): Promise<Response> {
  if (!isOwnOrigin(req.headers)) return refuse(403, 'This request comes from another site.')
  if (!req.headers.get('content-type')?.startsWith('application/json')) {
    return refuse(415, 'Send JSON (content-type: application/json).')
  }
  const body = await bodyUpTo(req, MAX_BODY)
  if (!body) return refuse(413, 'The request is larger than 2 MB.')
  return answer(new Request(req.url, { method: 'POST', headers: req.headers, body: body.slice() }))
}

function refuse(status: number, message: string): Response {
  return Response.json({ error: { message } }, { status })
}
