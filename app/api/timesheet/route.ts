import { z } from 'zod'
import { ROUNDING_MINUTES } from '@/domain/time/rounding'
import { notFound } from '@/server/access/apiError'
import { authorizeWorkspace } from '@/server/access/authorize'
import { sessionIdOfRequest } from '@/server/auth/sessionToken'
import { errorResponse } from '@/server/http/errorResponse'
import { exportTimesheetCsv } from '@/server/queries/timesheetCsv'
import { timesheetDate } from '@/server/trpc/inputs/values'

const querySchema = z.object({
  workspace: z.string().max(100),
  /** A person's id, or `everybody`. Defaults to the signed-in person. */
  personId: z.union([z.uuid(), z.literal('everybody')]).optional(),
  from: timesheetDate,
  to: timesheetDate,
  person: z.string().max(100).optional(),
  project: z.string().max(100).optional(),
  epic: z.string().max(100).optional(),
  label: z.string().max(100).optional(),
  minutes: z.coerce.number().pipe(z.literal(ROUNDING_MINUTES)).default(0),
  mode: z.enum(['nearest', 'up']).default('nearest'),
})

const MAX_DAYS = 370

/** Returns the logged time of a period as CSV, of one person or (for admins) of everybody. */
export async function GET(request: Request): Promise<Response> {
  const sessionId = await sessionIdOfRequest(request.headers)
  if (!sessionId) return Response.json({ error: 'Sign in to go on.' }, { status: 401 })
  const query = querySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!query.success) {
    const [issue] = query.error.issues
    return Response.json({ error: `${issue?.path.join('.')}: ${issue?.message}` }, { status: 400 })
  }
  const { workspace, personId, from, to, minutes, mode, ...filter } = query.data
  if (Date.parse(to) - Date.parse(from) > MAX_DAYS * 86_400_000) {
    return Response.json({ error: `to: at most ${MAX_DAYS} days at once` }, { status: 400 })
  }
  try {
    const scope = await authorizeWorkspace({ sessionId }, workspace)
    if (!scope) throw notFound()
    const owner = personId ?? scope.person.id
    const csv = await exportTimesheetCsv(scope, owner, from, to, { minutes, mode }, filter)
    // Without the byte order mark, spreadsheets assume another encoding and garble accents.
    return new Response(`\uFEFF${csv}`, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="time-${from}-${to}.csv"`,
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    return errorResponse(error)
  }
}
