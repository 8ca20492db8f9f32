import { enterWorkspace } from '@/server/access/enter'
import { missing } from '@/server/access/problem'
import { sessionIdOf } from '@/server/auth/token'
import { problemResponse, streamOf } from '@/server/import/answer'
import { reportText } from '@/server/import/reportFile'
import { importProgress } from '@/server/queries/imports'

/** The whole report of an import as a file: `?workspace=slug&format=csv` (or `ndjson`). */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const sessionId = await sessionIdOf(request.headers)
  if (!sessionId) return Response.json({ error: 'Sign in to go on.' }, { status: 401 })
  const query = new URL(request.url).searchParams
  try {
    const scope = await enterWorkspace({ sessionId }, query.get('workspace') ?? '')
    if (!scope) throw missing()
    const { id } = await importProgress(scope, (await params).id)
    const format = query.get('format') === 'ndjson' ? 'ndjson' : 'csv'
    return new Response(streamOf(reportText(id, format)), {
      headers: {
        'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson',
        'content-disposition': `attachment; filename="import-report.${format}"`,
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    return problemResponse(error)
  }
}
