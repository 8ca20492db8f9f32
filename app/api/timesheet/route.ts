import { z } from 'zod'
import { STEPS } from '@/domain/time/rounding'
import { enterWorkspace } from '@/server/access/enter'
import { missing } from '@/server/access/problem'
import { sessionIdOf } from '@/server/auth/token'
import { problemResponse } from '@/server/import/answer'
import { timesheetCsv } from '@/server/queries/timesheetCsv'
import { lookedAt } from '@/server/trpc/inputs/values'

const asked = z.object({
  workspace: z.string().max(100),
  /** A person's id, or `everybody`; the asker's own time when left out. */
  of: z.union([z.uuid(), z.literal('everybody')]).optional(),
  from: lookedAt,
  to: lookedAt,
  person: z.string().max(100).optional(),
  project: z.string().max(100).optional(),
  epic: z.string().max(100).optional(),
  label: z.string().max(100).optional(),
  minutes: z.coerce.number().pipe(z.literal(STEPS)).default(0),
  way: z.enum(['nearest', 'up']).default('nearest'),
})

const MOST_DAYS = 370

/** Logged time as CSV, from one day to another, of a person or (for admins) of everybody. */
export async function GET(request: Request): Promise<Response> {
  const sessionId = await sessionIdOf(request.headers)
  if (!sessionId) return Response.json({ error: 'Sign in to go on.' }, { status: 401 })
  const query = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!query.success) {
    const [issue] = query.error.issues
    return Response.json({ error: `${issue?.path.join('.')}: ${issue?.message}` }, { status: 400 })
  }
  const { workspace, of, from, to, minutes, way, ...filter } = query.data
  if (Date.parse(to) - Date.parse(from) > MOST_DAYS * 86_400_000) {
    return Response.json({ error: `to: at most ${MOST_DAYS} days at once` }, { status: 400 })
  }
  try {
    const scope = await enterWorkspace({ sessionId }, workspace)
    if (!scope) throw missing()
    const whose = of ?? scope.person.id
    const csv = await timesheetCsv(scope, whose, from, to, { minutes, way }, filter)
    // Without the mark a spreadsheet takes it for another encoding, and spoils names with accents.
    return new Response(`\uFEFF${csv}`, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="time-${from}-${to}.csv"`,
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    return problemResponse(error)
  }
}
