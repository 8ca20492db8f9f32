import type { ReadableStream } from 'node:stream/web'
import { notFound } from '@/server/access/apiError'
import { authorizeWorkspace } from '@/server/access/authorize'
import { sessionIdOfRequest } from '@/server/auth/sessionToken'
import { errorResponse } from '@/server/http/errorResponse'
import { isSameOrigin } from '@/server/http/isSameOrigin'
import { receiveUpload } from '@/server/import/receiveUpload'

/**
 * Stores the body of the request as an import file, `?workspace=slug&name=file.ndjson.gz`, and
 * responds with 201 and `{id}`. The file is streamed to the disk, because it may be large.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) {
    return Response.json({ error: 'This request comes from another site.' }, { status: 403 })
  }
  const sessionId = await sessionIdOfRequest(request.headers)
  if (!sessionId) return Response.json({ error: 'Sign in to go on.' }, { status: 401 })
  const query = new URL(request.url).searchParams
  try {
    const scope = await authorizeWorkspace({ sessionId }, query.get('workspace') ?? '')
    if (!scope) throw notFound()
    const body = request.body as ReadableStream<Uint8Array> | null
    const { id } = await receiveUpload(scope, query.get('name') ?? '', body)
    return Response.json({ id }, { status: 201 })
  } catch (error) {
    return errorResponse(error)
  }
}
