import { and, eq, gte, lt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { database } from '@/db/client'
import { isAnyOf } from '@/db/isAnyOf'
import { rawQuery } from '@/db/rawQuery'
import { checkpoint } from '@/db/schema/eventLog'
import { person } from '@/db/schema/people'
import { project, task } from '@/db/schema/project'
import { timeEntry } from '@/db/schema/time'
import type { Id, LocalDate } from '@/domain/kernel/primitives'
import { addDays, localDateOf } from '@/domain/time/localDate'
import type { Timesheet, TimesheetEntry, TimesheetTask } from '@/domain/time/timesheet'
import { requireRole } from '@/server/access/requireRole'
import type { WorkspaceScope } from '@/server/access/scope'

/**
 * Whose time is read: one's own, another person's or everybody's (the last two for admins only).
 */
export type TimesheetOwner = Id | 'everybody'

/**
 * Returns the time logged between two dates, both included, in all projects of the workspace. A
 * date is that of the time zone of the person who logged the time.
 * @throws ApiError (forbidden) for other people's time, unless the principal is an admin
 */
export async function loadTimesheet(
  scope: WorkspaceScope,
  owner: TimesheetOwner,
  from: LocalDate,
  to: LocalDate,
): Promise<Timesheet> {
  if (owner !== scope.person.id) requireRole(scope.person.role, 'admin')
  const { db } = database()
  // Read before the entries, so that these are at least as new as the checkpoints claim.
  const checkpoints = await db
    .select({ id: project.id, seq: checkpoint.seq })
    .from(project)
    .innerJoin(
      checkpoint,
      and(eq(checkpoint.projectId, project.id), eq(checkpoint.subscriber, 'time-entries')),
    )
    .where(eq(project.workspaceId, scope.workspaceId))
  // Local dates differ from UTC by at most a day, so one more day on each side is read, and entries
  // on other local dates are dropped.
  const rows = await db
    .select({
      projectId: timeEntry.projectId,
      worklogId: timeEntry.worklogId,
      taskId: timeEntry.taskId,
      personId: timeEntry.personId,
      startedAt: timeEntry.startedAt,
      seconds: timeEntry.seconds,
      zone: person.timeZone,
    })
    .from(timeEntry)
    .innerJoin(
      project,
      and(eq(project.id, timeEntry.projectId), eq(project.workspaceId, scope.workspaceId)),
    )
    .innerJoin(person, eq(person.id, timeEntry.personId))
    .where(
      and(
        gte(timeEntry.startedAt, `${addDays(from, -1)}T00:00:00Z`),
        lt(timeEntry.startedAt, `${addDays(to, 2)}T00:00:00Z`),
        owner === 'everybody' ? undefined : eq(timeEntry.personId, owner),
      ),
    )
    .orderBy(timeEntry.startedAt, timeEntry.worklogId)
  const entries = rows.flatMap(({ zone, ...row }): TimesheetEntry[] => {
    const day = localDateOf(row.startedAt, zone ?? 'UTC')
    return from <= day && day <= to ? [{ ...row, day }] : []
  })
  const ids = (name: 'taskId' | 'personId') => [...new Set(entries.map((each) => each[name]))]
  const [tasks, people] = await Promise.all([
    loadTimesheetTasks(scope, ids('taskId')),
    db
      .select({ id: person.id, name: person.name })
      .from(person)
      .where(and(eq(person.workspaceId, scope.workspaceId), isAnyOf(person.id, ids('personId'))))
      .orderBy(person.name, person.id),
  ])
  return {
    ...{ from, to, people, tasks, entries },
    seqByProject: Object.fromEntries(checkpoints.map(({ id, seq }) => [id, seq])),
  }
}

/** Returns tasks of the workspace as timesheets show them, each with its epic. */
export async function loadTimesheetTasks(
  scope: WorkspaceScope,
  ids: Id[],
): Promise<TimesheetTask[]> {
  const { db } = database()
  const up = alias(task, 'up')
  const ancestor = alias(task, 'ancestor')
  const epic = alias(task, 'epic')
  const fields = {
    id: task.id,
    projectId: task.projectId,
    projectKey: project.key,
    projectName: project.name,
    number: task.number,
    title: task.title,
    labels: task.labels,
    version: task.version,
    archived: sql<boolean>`${task.archivedAt} is not null`.as('archived'),
    epicId: sql<Id | null>`${epic.id}`.as('epic_id'),
    epicNumber: sql<number | null>`${epic.number}`.as('epic_number'),
    epicTitle: sql<string | null>`${epic.title}`.as('epic_title'),
  }
  const found = rawQuery(
    db,
    fields,
    (columns) => sql`
      select ${columns} from ${task}
      join ${project} on ${project.id} = ${task.projectId}
        and ${project.workspaceId} = ${scope.workspaceId}
      left join lateral (
        with recursive ${up} as (
          select ${task.id}, ${task.type}, ${task.parentId}, 0 as steps
          union all
          select ${ancestor.id}, ${ancestor.type}, ${ancestor.parentId}, up.steps + 1
          from ${up} join ${task} ${ancestor}
            on ${ancestor.id} = ${up.parentId} and ${ancestor.projectId} = ${task.projectId}
          where ${up.type} <> 'epic' and up.steps < 50
        )
        select ${ancestor}.* from ${up} join ${task} ${ancestor}
          on ${ancestor.id} = ${up.id} and ${ancestor.projectId} = ${task.projectId}
        where ${up.type} = 'epic' limit 1) ${epic} on true
      where ${isAnyOf(task.id, ids)}
      order by ${project.key}, ${task.number}`,
  )
  const rows = await db.with(found).select().from(found)
  return rows.map(({ epicId: id, epicNumber, epicTitle: title, ...each }) => ({
    ...each,
    epic: id && title ? { id, key: `${each.projectKey}-${epicNumber}`, title } : null,
  }))
}
