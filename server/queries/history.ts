import { database } from '@/db/client'
import { EVENT_COLUMNS, type Row, toConflict, toEvent } from '@/db/rows'
import type { Conflict } from '@/domain/conflict/conflict'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import {
  eventTypesOf,
  type HistoryCursor,
  type HistoryFilter,
  type HistoryPage,
} from '@/domain/views/history'
import type { ProjectScope } from '@/server/access/scope'
import { selectPeopleByIds } from './people'

const PAGE_SIZE = 50

/**
 * The project's history, newest first: by when things happened, so that imported history stands
 * where it belongs.
 * @param before where the page before ended; null for the newest
 */
export async function loadHistory(
  scope: ProjectScope,
  filter: HistoryFilter,
  before: HistoryCursor | null,
): Promise<HistoryPage> {
  const { sql } = database()
  // Read first: what comes in between is part of the page or of the news after it, or of both.
  const [newestRow] = await sql<{ seq: string }[]>`
    select seq from project where id = ${scope.projectId}`
  const rows = await sql<Row[]>`
    select ${sql.unsafe(EVENT_COLUMNS.join(', '))} from event
    where project_id = ${scope.projectId}
      ${before ? sql`and (at, seq) < (${before.at}::timestamptz, ${before.seq}::bigint)` : sql``}
      ${filter.personId ? sql`and actor = ${filter.personId}` : sql``}
      ${filter.taskId ? sql`and task_id = ${filter.taskId}` : sql``}
      ${filter.sinceSeq === undefined ? sql`` : sql`and seq > ${filter.sinceSeq}`}
      ${filter.text ? sql`and task_id in (${tasksMatchingSql(scope, filter.text)})` : sql``}
      ${filter.kind ? sql`and type = any(${eventTypesOf(filter.kind)})` : sql``}
      ${filter.taskId ? sql`` : sql`and not (${impliedBySprintCommandSql()})`}
    order by at desc, seq desc limit ${PAGE_SIZE + 1}`
  const events = rows.slice(0, PAGE_SIZE).map(toEvent)
  const last = events.at(-1)
  const [tasks, conflicts, commands] = await Promise.all([
    loadTasksOfEvents(scope, events),
    loadResolvedConflicts(scope, events),
    loadCommandsOfEvents(scope, events),
  ])
  const { sprints, componentsAndVersions } = await loadNames(scope, [...events, ...conflicts])
  const people = await selectPeopleByIds(sql, scope, peopleInHistory(events, conflicts))
  const next = rows.length > PAGE_SIZE && last ? { at: last.at, seq: last.seq } : null
  return {
    seq: Number(newestRow?.seq ?? 0),
    events,
    people,
    tasks,
    sprints,
    componentsAndVersions,
    conflicts,
    commands,
    next,
  }
}

/** Where the tasks of a sprint went when it ended is told by its end. */
function impliedBySprintCommandSql() {
  return database().sql`type = 'task.planned' and exists (
    select 1 from command c where c.project_id = event.project_id
      and c.command_id = event.command_id and c.type in ('sprint.complete', 'sprint.remove'))`
}

/** A whole key names one task; anything else is part of a title, or how a key begins. */
function tasksMatchingSql({ projectId, projectKey }: ProjectScope, text: string) {
  const { sql } = database()
  const searchText = text.trim().toLowerCase()
  const [key, number] = searchText.split('-')
  const isWholeKey = key === projectKey.toLowerCase() && /^\d{1,9}$/.test(number ?? '')
  return isWholeKey
    ? sql`select id from task where project_id = ${projectId} and number = ${Number(number)}`
    : sql`select id from task where project_id = ${projectId}
        and (position(${searchText} in lower(title)) > 0
          or starts_with(lower(${projectKey} || '-' || number), ${searchText}))`
}

async function loadTasksOfEvents(
  scope: ProjectScope,
  events: StoredEvent[],
): Promise<HistoryPage['tasks']> {
  const ids = [
    ...new Set(events.flatMap((event) => [event.taskId ?? [], parentIdsIn(event)].flat())),
  ]
  const { sql } = database()
  return sql<HistoryPage['tasks']>`
    select id, number, title from task
    where project_id = ${scope.projectId} and id = any(${ids})`
}

/** The parents that an event names. */
function parentIdsIn(event: StoredEvent): Id[] {
  const { from, to } = (event.type === 'task.edited' && event.data.set?.parentId) || {}
  return [from, to].filter((id) => id !== null && id !== undefined)
}

async function loadResolvedConflicts(scope: ProjectScope, events: StoredEvent[]) {
  const ids = events.flatMap((event) =>
    event.type === 'conflict.resolved' ? [event.data.conflictId] : [],
  )
  const { sql } = database()
  const rows = await sql<Row[]>`
    select body from conflict where project_id = ${scope.projectId} and id = any(${ids})`
  return rows.map(toConflict)
}

/** What sprints, components and versions are or were called; nothing of them is ever deleted. */
async function loadNames({ projectId }: ProjectScope, values: unknown[]) {
  const ids = [...new Set(values.flatMap(uuidsIn))]
  const { sql } = database()
  const [sprints, componentsAndVersions] = await Promise.all([
    sql<
      NamedRow[]
    >`select id, name from sprint where project_id = ${projectId} and id = any(${ids})`,
    sql<NamedRow[]>`
      select id, name from component where project_id = ${projectId} and id = any(${ids})
      union all
      select id, name from project_version where project_id = ${projectId} and id = any(${ids})`,
  ])
  return { sprints: [...sprints], componentsAndVersions: [...componentsAndVersions] }
}

type NamedRow = { id: Id; name: string }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Every id in it, whatever it is the id of. */
function uuidsIn(value: unknown): Id[] {
  if (typeof value === 'string') return UUID.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(uuidsIn) : []
}

async function loadCommandsOfEvents(scope: ProjectScope, events: StoredEvent[]) {
  const ids = [...new Set(events.map((event) => event.commandId))]
  const { sql } = database()
  return sql<HistoryPage['commands']>`
    select command_id as id, type = 'command.undo' as "isUndo",
      (last_seq - first_seq + 1)::int as "changeCount"
    from command where project_id = ${scope.projectId} and command_id = any(${ids}::uuid[])
      and first_seq is not null and (type = 'command.undo' or last_seq > first_seq)`
}

/** Authors, and whoever was assigned or disagreed with. */
function peopleInHistory(events: StoredEvent[], conflicts: Conflict[]): Id[] {
  const named = events.flatMap((event) => [event.actor, ...peopleInEvent(event)])
  const participants = conflicts.flatMap((each) => [
    each.personId,
    ...each.fields.map(({ by }) => by),
  ])
  return [...new Set([...named, ...participants])]
}

function peopleInEvent(event: StoredEvent): Id[] {
  switch (event.type) {
    case 'task.created':
      return event.data.assignees
    case 'task.edited': {
      const { added = [], removed = [] } = event.data.sets?.assignees ?? {}
      const { from, to } = event.data.set?.reporter ?? {}
      return [...added, ...removed, ...[from, to].filter((id) => id !== undefined)]
    }
    case 'sprint.capacityChanged':
      return [event.data.personId]
    case 'conflict.detected':
      return event.data.fields.map(({ by }) => by)
    default:
      return []
  }
}
