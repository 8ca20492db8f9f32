import { database } from '@/db/client'
import type { LoggedEvent } from '@/domain/events'
import { type HistoryFilter, type HistoryPage, type HistoryPlace, typesOf } from '@/domain/history'
import type { Id } from '@/domain/words'
import type { ProjectScope } from '@/server/access/scope'
import { EVENT_COLUMNS, type Row, toConflict, toEvent } from '@/server/log/rows'
import { peopleById } from './people'

const PAGE = 50

/**
 * The project's history, newest first: by when things happened, so that imported history stands
 * where it belongs.
 * @param before where the page before ended; null for the newest
 */
export async function history(
  scope: ProjectScope,
  filter: HistoryFilter,
  before: HistoryPlace | null,
): Promise<HistoryPage> {
  const { sql } = database()
  const rows = await sql<Row[]>`
    select ${sql.unsafe(EVENT_COLUMNS.join(', '))} from event
    where project_id = ${scope.projectId}
      ${before ? sql`and (at, seq) < (${before.at}::timestamptz, ${before.seq}::bigint)` : sql``}
      ${filter.personId ? sql`and actor = ${filter.personId}` : sql``}
      ${filter.taskId ? sql`and task_id = ${filter.taskId}` : sql``}
      ${filter.kind ? sql`and type = any(${typesOf(filter.kind)})` : sql``}
    order by at desc, seq desc limit ${PAGE + 1}`
  const events = rows.slice(0, PAGE).map(toEvent)
  const last = events.at(-1)
  const [tasks, conflicts] = await Promise.all([tasksOf(scope, events), conflictsOf(scope, events)])
  const people = await peopleById(sql, scope, namedIn(events))
  const next = rows.length > PAGE && last ? { at: last.at, seq: last.seq } : null
  return { events, people, tasks, conflicts, next }
}

async function tasksOf(scope: ProjectScope, events: LoggedEvent[]): Promise<HistoryPage['tasks']> {
  const ids = [...new Set(events.flatMap((event) => event.taskId ?? []))]
  const { sql } = database()
  return sql<HistoryPage['tasks']>`
    select id, number, title from task
    where project_id = ${scope.projectId} and id = any(${ids})`
}

async function conflictsOf(scope: ProjectScope, events: LoggedEvent[]) {
  const ids = events.flatMap((event) =>
    event.type === 'conflict.resolved' ? [event.data.conflictId] : [],
  )
  const { sql } = database()
  const rows = await sql<Row[]>`
    select body from conflict where project_id = ${scope.projectId} and id = any(${ids})`
  return rows.map(toConflict)
}

/** Authors, and whoever was assigned or disagreed with. */
function namedIn(events: LoggedEvent[]): Id[] {
  const named = new Set<Id>()
  for (const event of events) {
    named.add(event.actor)
    if (event.type === 'task.edited') {
      const { added = [], removed = [] } = event.data.sets?.assignees ?? {}
      for (const id of [...added, ...removed]) named.add(id)
    }
    if (event.type === 'task.created') for (const id of event.data.assignees) named.add(id)
    if (event.type === 'conflict.found') for (const { by } of event.data.fields) named.add(by)
  }
  return [...named]
}
