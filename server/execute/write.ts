import type { Sql } from 'postgres'
import type { LoggedEvent } from '@/domain/events'
import type { Task } from '@/domain/task/task'
import type { Id } from '@/domain/words'
import { type Row, toRow } from '../log/rows'
import type { Ended } from './batch'
import type { Working } from './working'

/** What the rows were before the batch: writes are refused when they are no longer that. */
export interface Before {
  seq: number
  versions: Map<Id, number>
}

/**
 * Sends the statements that make a batch true, one per table and without waiting for one another.
 * Each guards what it changes: when another process moved a version after all, it fails with a
 * serialisation error, the transaction rolls back and the batch is decided again.
 */
export function write(
  sql: Sql,
  projectId: Id,
  working: Working,
  before: Before,
  ended: Ended[],
): Promise<unknown>[] {
  const { events, project } = working
  const statements: Promise<unknown>[] = [insertCommands(sql, projectId, ended)]
  if (events.length === 0 || !project) return statements
  statements.push(
    before.seq === 0
      ? insertProject(sql, toRow(project, { seq: working.seq }))
      : updateProject(sql, toRow(project, { seq: working.seq }), before.seq),
  )
  statements.push(insertEvents(sql, events))
  if (events.some(touchesColumns)) {
    const statuses = project.statuses.map((status) => toRow(status, { project_id: projectId }))
    statements.push(upsertStatuses(sql, statuses))
  }
  statements.push(...writeTasks(sql, projectId, working, before))
  const named = new Set(
    events.map((event) => ('commentId' in event.data ? event.data.commentId : '')),
  )
  const comments = [...working.comments.values()].filter((comment) => named.has(comment.id))
  if (comments.length > 0) {
    const rows = comments.map((comment) => toRow(comment, { project_id: projectId }))
    statements.push(upsertComments(sql, rows))
  }
  const decided = events.some((event) => event.type.startsWith('conflict.'))
  if (decided) statements.push(upsertConflicts(sql, projectId, working))
  return statements
}

/** Everything but edits, comments and reorders changes a column or its count. */
function touchesColumns(event: LoggedEvent): boolean {
  if (event.type === 'task.moved') return event.data.from !== event.data.to
  return !['task.edited', 'comment.added', 'comment.edited', 'comment.deleted'].includes(event.type)
}

function writeTasks(sql: Sql, projectId: Id, working: Working, before: Before) {
  const moved = new Set<Id>()
  const edited = new Set<Id>()
  for (const { type, taskId, version } of working.events) {
    if (taskId && version !== null) (type === 'task.moved' ? moved : edited).add(taskId)
  }
  const tasks = (ids: Iterable<Id>) =>
    [...ids].flatMap((id) => working.tasks.get(id) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1))
  const changed = tasks(edited)
  const added = changed.filter((task) => !before.versions.has(task.id))
  const kept = changed.filter((task) => before.versions.has(task.id))
  const shifted = tasks(moved).filter((task) => !edited.has(task.id))
  const statements: Promise<unknown>[] = []
  const row = (task: Task) => toRow(task, { project_id: projectId })
  if (added.length > 0) statements.push(insertTasks(sql, added.map(row)))
  if (shifted.length > 0) statements.push(moveTasks(sql, projectId, shifted, before))
  if (kept.length > 0) {
    const texts = new Set(working.events.filter(writesText).map((event) => event.taskId))
    const rows = kept.map((task) =>
      toRow(task, {
        base: before.versions.get(task.id),
        ...(texts.has(task.id) ? {} : { description: null }),
      }),
    )
    statements.push(updateTasks(sql, projectId, rows))
  }
  return statements
}

const writesText = (event: LoggedEvent) =>
  event.type === 'task.edited' && event.data.set?.description !== undefined

function insertCommands(sql: Sql, projectId: Id, ended: Ended[]) {
  const rows = ended.map(({ envelope, actor, decision, events, at }) => ({
    project_id: projectId,
    command_id: envelope.commandId,
    actor,
    type: envelope.command.type,
    outcome: decision.outcome,
    first_seq: events[0]?.seq ?? null,
    last_seq: events.at(-1)?.seq ?? null,
    refusal: decision.refusal ?? null,
    at,
  }))
  return sql`insert into command select * from json_populate_recordset(null::command, ${json(rows)}::json)`
}

function insertEvents(sql: Sql, events: LoggedEvent[]) {
  const of = <K extends keyof LoggedEvent>(key: K) => events.map((event) => event[key])
  return sql`
    insert into event (project_id, seq, task_id, version, type, actor, at, command_id, client_id, imported, data)
    select ${events[0]?.projectId ?? ''}::uuid, * from unnest(
      ${of('seq')}::bigint[], ${of('taskId')}::uuid[], ${of('version')}::int[], ${of('type')}::text[],
      ${of('actor')}::uuid[], ${of('at')}::text[]::timestamptz[], ${of('commandId')}::uuid[],
      ${of('clientId')}::uuid[], ${of('imported').map(String)}::text[]::bool[],
      ${events.map((event) => json(event.data))}::text[]::jsonb[])`
}

function insertProject(sql: Sql, row: Row) {
  return sql`insert into project (id, workspace_id, key, name, next_number, version, seq)
    select id, workspace_id, key, name, next_number, version, seq
    from json_populate_record(null::project, ${json(row)}::json)`
}

function updateProject(sql: Sql, row: Row, seq: number) {
  return sql`with written as (
      update project p set seq = u.seq, next_number = u.next_number, version = u.version, name = u.name
      from json_populate_record(null::project, ${json(row)}::json) u
      where p.id = u.id and p.seq = ${seq} returning 1)
    select expect_rows(count(*), 1) from written`
}

function upsertStatuses(sql: Sql, rows: Row[]) {
  return sql`insert into status select * from json_populate_recordset(null::status, ${json(rows)}::json)
    on conflict (project_id, id) do update set name = excluded.name, category = excluded.category,
      color = excluded.color, rank = excluded.rank, wip_limit = excluded.wip_limit,
      task_count = excluded.task_count, removed_at = excluded.removed_at
    where status is distinct from excluded`
}

function insertTasks(sql: Sql, rows: Row[]) {
  return sql`insert into task select * from json_populate_recordset(null::task, ${json(rows)}::json)`
}

function moveTasks(sql: Sql, projectId: Id, tasks: Task[], before: Before) {
  return sql`with written as (
      update task t set status_id = u.status_id, rank = u.rank, version = u.version, updated_at = u.at
      from unnest(${tasks.map((t) => t.id)}::uuid[], ${tasks.map((t) => before.versions.get(t.id) ?? 0)}::int[],
        ${tasks.map((t) => t.statusId)}::text[], ${tasks.map((t) => t.rank)}::text[],
        ${tasks.map((t) => t.version)}::int[], ${tasks.map((t) => t.updatedAt)}::text[]::timestamptz[]
      ) as u(id, base, status_id, rank, version, at)
      where t.id = u.id and (t.project_id = ${projectId}) is true and t.version = u.base returning 1)
    select expect_rows(count(*), ${tasks.length}) from written`
}

function updateTasks(sql: Sql, projectId: Id, rows: Row[]) {
  return sql`with written as (
      update task t set number = u.number, type = u.type, title = u.title,
        description = coalesce(u.description, t.description), status_id = u.status_id, rank = u.rank,
        priority = u.priority, assignees = u.assignees, labels = u.labels, links = u.links,
        estimate = u.estimate, due_date = u.due_date, reporter = u.reporter, updated_at = u.updated_at,
        archived_at = u.archived_at, comments = u.comments, version = u.version
      from json_populate_recordset(null::task, ${json(rows)}::json) u
      join json_to_recordset(${json(rows)}::json) as b(id uuid, base int) on b.id = u.id
      where t.id = u.id and (t.project_id = ${projectId}) is true and t.version = b.base returning 1)
    select expect_rows(count(*), ${rows.length}) from written`
}

function upsertComments(sql: Sql, rows: Row[]) {
  return sql`insert into comment select * from json_populate_recordset(null::comment, ${json(rows)}::json)
    on conflict (id, project_id) do update set body = excluded.body, edited_at = excluded.edited_at,
      deleted_at = excluded.deleted_at`
}

function upsertConflicts(sql: Sql, projectId: Id, working: Working) {
  const rows = [...working.conflicts.values()].map((conflict) => ({
    id: conflict.id,
    project_id: projectId,
    task_id: conflict.taskId,
    person_id: conflict.personId,
    body: conflict,
    resolved_at: conflict.resolved?.at ?? null,
  }))
  return sql`insert into conflict select * from json_populate_recordset(null::conflict, ${json(rows)}::json)
    on conflict (id, project_id) do update set body = excluded.body, resolved_at = excluded.resolved_at`
}

const json = (value: unknown) => JSON.stringify(value)
