import { notFound } from '@/server/access/apiError'
import { authorizeWorkspace } from '@/server/access/authorize'
import { sessionIdOfRequest } from '@/server/auth/sessionToken'
import { errorResponse, toReadableStream } from '@/server/http/errorResponse'
import { exportReport } from '@/server/import/reportFile'
import { loadImportProgress } from '@/server/queries/imports'

/** Returns the whole report of an import as a file: `?workspace=slug&format=csv` (or `ndjson`). */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const sessionId = await sessionIdOfRequest(request.headers)
  if (!sessionId) return Response.json({ error: 'Sign in to go on.' }, { status: 401 })
  const query = new URL(request.url).searchParams
  try {
    const scope = await authorizeWorkspace({ sessionId }, query.get('workspace') ?? '')
    if (!scope) throw notFound()
    const { id } = await loadImportProgress(scope, (await params).id)
    const format = query.get('format') === 'ndjson' ? 'ndjson' : 'csv'
    return new Response(toReadableStream(exportReport(id, format)), {
      headers: {
        'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson',
        'content-disposition': `attachment; filename="import-report.${format}"`,
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    return errorResponse(error)
  }
}
