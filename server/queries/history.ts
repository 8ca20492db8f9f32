import { database } from '@/db/client'
import type { Conflict } from '@/domain/conflict/conflict'
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
  // Read first: what comes in between is part of the page or of the news after it, or of both.
  const [newest] = await sql<{ seq: string }[]>`
    select seq from project where id = ${scope.projectId}`
  const rows = await sql<Row[]>`
    select ${sql.unsafe(EVENT_COLUMNS.join(', '))} from event
    where project_id = ${scope.projectId}
      ${before ? sql`and (at, seq) < (${before.at}::timestamptz, ${before.seq}::bigint)` : sql``}
      ${filter.personId ? sql`and actor = ${filter.personId}` : sql``}
      ${filter.taskId ? sql`and task_id = ${filter.taskId}` : sql``}
      ${filter.since === undefined ? sql`` : sql`and seq > ${filter.since}`}
      ${filter.text ? sql`and task_id in (${tasksCalled(scope, filter.text)})` : sql``}
      ${filter.kind ? sql`and type = any(${typesOf(filter.kind)})` : sql``}
      ${filter.taskId ? sql`` : sql`and not (${toldBySprint()})`}
    order by at desc, seq desc limit ${PAGE + 1}`
  const events = rows.slice(0, PAGE).map(toEvent)
  const last = events.at(-1)
  const [tasks, conflicts, commands] = await Promise.all([
    tasksOf(scope, events),
    conflictsOf(scope, events),
    commandsOf(scope, events),
  ])
  const { sprints, entries } = await namesOf(scope, [...events, ...conflicts])
  const people = await peopleById(sql, scope, namedIn(events, conflicts))
  const next = rows.length > PAGE && last ? { at: last.at, seq: last.seq } : null
  return {
    seq: Number(newest?.seq ?? 0),
    events,
    people,
    tasks,
    sprints,
    entries,
    conflicts,
    commands,
    next,
  }
}

/** Where the tasks of a sprint went when it ended is told by its end. */
function toldBySprint() {
  return database().sql`type = 'task.planned' and exists (
    select 1 from command c where c.project_id = event.project_id
      and c.command_id = event.command_id and c.type in ('sprint.complete', 'sprint.remove'))`
}

/** A whole key names one task; anything else is part of a title, or how a key begins. */
function tasksCalled({ projectId, projectKey }: ProjectScope, text: string) {
  const { sql } = database()
  const words = text.trim().toLowerCase()
  const [key, number] = words.split('-')
  const whole = key === projectKey.toLowerCase() && /^\d{1,9}$/.test(number ?? '')
  return whole
    ? sql`select id from task where project_id = ${projectId} and number = ${Number(number)}`
    : sql`select id from task where project_id = ${projectId}
        and (position(${words} in lower(title)) > 0
          or starts_with(lower(${projectKey} || '-' || number), ${words}))`
}

async function tasksOf(scope: ProjectScope, events: LoggedEvent[]): Promise<HistoryPage['tasks']> {
  const ids = [...new Set(events.flatMap((event) => [event.taskId ?? [], parentsIn(event)].flat()))]
  const { sql } = database()
  return sql<HistoryPage['tasks']>`
    select id, number, title from task
    where project_id = ${scope.projectId} and id = any(${ids})`
}

/** The parents that an event names. */
function parentsIn(event: LoggedEvent): Id[] {
  const { from, to } = (event.type === 'task.edited' && event.data.set?.parentId) || {}
  return [from, to].filter((id) => id !== null && id !== undefined)
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

/** What sprints, components and versions are or were called; nothing of them is ever deleted. */
async function namesOf({ projectId }: ProjectScope, said: unknown[]) {
  const ids = [...new Set(said.flatMap(idsIn))]
  const { sql } = database()
  const [sprints, entries] = await Promise.all([
    sql<Named[]>`select id, name from sprint where project_id = ${projectId} and id = any(${ids})`,
    sql<Named[]>`
      select id, name from component where project_id = ${projectId} and id = any(${ids})
      union all
      select id, name from fix_version where project_id = ${projectId} and id = any(${ids})`,
  ])
  return { sprints: [...sprints], entries: [...entries] }
}

type Named = { id: Id; name: string }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Every id in it, whatever it is the id of. */
function idsIn(value: unknown): Id[] {
  if (typeof value === 'string') return UUID.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : []
}

async function commandsOf(scope: ProjectScope, events: LoggedEvent[]) {
  const ids = [...new Set(events.map((event) => event.commandId))]
  const { sql } = database()
  return sql<HistoryPage['commands']>`
    select command_id as id, type = 'command.undo' as undoes,
      (last_seq - first_seq + 1)::int as changes
    from command where project_id = ${scope.projectId} and command_id = any(${ids}::uuid[])
      and first_seq is not null and (type = 'command.undo' or last_seq > first_seq)`
}

/** Authors, and whoever was assigned or disagreed with. */
function namedIn(events: LoggedEvent[], conflicts: Conflict[]): Id[] {
  const named = events.flatMap((event) => [event.actor, ...namedBy(event)])
  const sides = conflicts.flatMap((each) => [each.personId, ...each.fields.map(({ by }) => by)])
  return [...new Set([...named, ...sides])]
}

function namedBy(event: LoggedEvent): Id[] {
  switch (event.type) {
    case 'task.created':
      return event.data.assignees
    case 'task.edited': {
      const { added = [], removed = [] } = event.data.sets?.assignees ?? {}
      const { from, to } = event.data.set?.reporter ?? {}
      return [...added, ...removed, ...[from, to].filter((id) => id !== undefined)]
    }
    case 'sprint.capacity':
      return [event.data.personId]
    case 'conflict.found':
      return event.data.fields.map(({ by }) => by)
    default:
      return []
  }
}
