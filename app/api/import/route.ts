import type { ReadableStream } from 'node:stream/web'
import { enterWorkspace } from '@/server/access/enter'
import { missing } from '@/server/access/problem'
import { sessionIdOf } from '@/server/auth/token'
import { problemResponse } from '@/server/import/answer'
import { receiveUpload } from '@/server/import/receive'
import { isOwnOrigin } from '@/server/trpc/origin'

/**
 * Takes an import file as the plain body of the request, `?workspace=slug&name=file.ndjson.gz`,
 * and answers 201 with `{id}`. It goes to the disk as it comes; a large one is never held.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers)) {
    return Response.json({ error: 'This request comes from another site.' }, { status: 403 })
  }
  const sessionId = await sessionIdOf(request.headers)
  if (!sessionId) return Response.json({ error: 'Sign in to go on.' }, { status: 401 })
  const query = new URL(request.url).searchParams
  try {
    const scope = await enterWorkspace({ sessionId }, query.get('workspace') ?? '')
    if (!scope) throw missing()
    const body = request.body as ReadableStream<Uint8Array> | null
    const { id } = await receiveUpload(scope, query.get('name') ?? '', body)
    return Response.json({ id }, { status: 201 })
  } catch (error) {
    return problemResponse(error)
  }
}
