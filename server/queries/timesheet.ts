import { database } from '@/db/client'
import type { Id, LocalDate } from '@/domain/kernel/primitives'
import { addDays, localDateOf } from '@/domain/time/localDate'
import type { Timesheet, TimesheetEntry, TimesheetTask } from '@/domain/time/timesheet'
import { requireRole } from '@/server/access/requireRole'
import type { WorkspaceScope } from '@/server/access/scope'

/** Whose time: one's own, another person's, or everybody's (both for admins). */
export type TimesheetOwner = Id | 'everybody'

interface LoggedTimeRow {
  projectId: Id
  worklogId: Id
  taskId: Id
  personId: Id
  startedAt: string
  seconds: number
  zone: string | null
}

/**
 * What was logged from one day to another, both included, in all projects of the workspace. Days
 * are those of whoever logged the time.
 * @throws ApiError (forbidden) for the time of others, where the asker is no admin
 */
export async function loadTimesheet(
  scope: WorkspaceScope,
  owner: TimesheetOwner,
  from: LocalDate,
  to: LocalDate,
): Promise<Timesheet> {
  if (owner !== scope.person.id) requireRole(scope.person.role, 'admin')
  const { sql } = database()
  // Before the times themselves, which may only be newer than it says.
  const checkpoints = await sql<{ id: Id; seq: number }[]>`
    select j.id, c.seq::float8 as seq from project j
    join checkpoint c on c.project_id = j.id and c.subscriber = 'time-entries'
    where j.workspace_id = ${scope.workspaceId}`
  const ownerCondition = owner === 'everybody' ? sql`` : sql`and e.person_id = ${owner}`
  // No clock is a day off: the days around are read too, and those that fall elsewhere left out.
  const rows = await sql<LoggedTimeRow[]>`
    select e.project_id as "projectId", e.worklog_id as "worklogId", e.task_id as "taskId",
      e.person_id as "personId", e.started_at as "startedAt", e.seconds, p.time_zone as zone
    from time_entry e
    join project j on j.id = e.project_id and j.workspace_id = ${scope.workspaceId}
    join person p on p.id = e.person_id
    where e.started_at >= ${`${addDays(from, -1)}T00:00:00Z`}
      and e.started_at < ${`${addDays(to, 2)}T00:00:00Z`} ${ownerCondition}
    order by e.started_at, e.worklog_id`
  const entries = rows.flatMap(({ zone, ...row }): TimesheetEntry[] => {
    const startedAt = new Date(row.startedAt).toISOString()
    const day = localDateOf(startedAt, zone ?? 'UTC')
    return from <= day && day <= to ? [{ ...row, startedAt, day }] : []
  })
  const ids = (name: 'taskId' | 'personId') => [...new Set(entries.map((each) => each[name]))]
  const [tasks, people] = await Promise.all([
    loadTimesheetTasks(scope, ids('taskId')),
    sql<{ id: Id; name: string }[]>`
      select id, name from person
      where workspace_id = ${scope.workspaceId} and id = any(${ids('personId')}::uuid[])
      order by name, id`,
  ])
  return {
    ...{ from, to, people: [...people], tasks, entries },
    seqByProject: Object.fromEntries(checkpoints.map(({ id, seq }) => [id, seq])),
  }
}

/** Tasks of the workspace as timesheets name them, each with the epic that it stands below. */
export async function loadTimesheetTasks(
  scope: WorkspaceScope,
  ids: Id[],
): Promise<TimesheetTask[]> {
  const { sql } = database()
  const rows = await sql<TimesheetTask[]>`
    select t.id, t.project_id as "projectId", j.key as "projectKey", j.name as "projectName",
      t.number, t.title, t.labels, t.version, t.archived_at is not null as archived,
      case when e.id is not null then
        json_build_object('id', e.id, 'key', j.key || '-' || e.number, 'title', e.title) end as epic
    from task t
    join project j on j.id = t.project_id and j.workspace_id = ${scope.workspaceId}
    left join lateral (
      with recursive up as (
        select t.id, t.type, t.parent_id, 0 as steps
        union all
        select a.id, a.type, a.parent_id, up.steps + 1
        from up join task a on a.id = up.parent_id and a.project_id = t.project_id
        where up.type <> 'epic' and up.steps < 50
      )
      select a.id, a.number, a.title from up join task a on a.id = up.id
        and a.project_id = t.project_id
      where up.type = 'epic' limit 1) e on true
    where t.id = any(${ids}::uuid[])
    order by j.key, t.number`
  return rows.map((row) => ({ ...row }))
}
