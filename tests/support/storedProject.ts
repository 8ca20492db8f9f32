import { and, eq, gt, isNull } from 'drizzle-orm'
import { database } from '@/db/client'
import {
  commentColumns,
  componentColumns,
  eventColumns,
  projectColumns,
  sprintColumns,
  statusColumns,
  taskColumns,
  versionColumns,
  worklogColumns,
} from '@/db/rowColumns'
import { component, projectVersion } from '@/db/schema/componentsAndVersions'
import { event } from '@/db/schema/eventLog'
import { comment, conflict, project, status, task, worklog } from '@/db/schema/project'
import { sprint } from '@/db/schema/sprint'
import { toStoredEvent } from '@/db/storedEvent'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import { initialState, type ProjectState, replayEvent } from '@/domain/replayEvent'
import { SWIMLANE_GROUPINGS, swimlaneOf } from '@/domain/views/swimlanes'
import { BACKLOG_SPRINT_ID } from '@/server/write/sprintTotals'

const mapById = <T extends { id: Id }>(items: T[]) => new Map(items.map((item) => [item.id, item]))

/** Returns a project read from its rows, in the same form as a replay of its log. */
export async function storedProject(projectId: Id): Promise<ProjectState> {
  const { db } = database()
  const [stored] = await db
    .select({ seq: project.seq, project: projectColumns })
    .from(project)
    .where(eq(project.id, projectId))
  const [statuses, sprints, components, versions] = await Promise.all([
    db
      .select(statusColumns)
      .from(status)
      .where(eq(status.projectId, projectId))
      .orderBy(status.rank),
    db
      .select(sprintColumns)
      .from(sprint)
      .where(eq(sprint.projectId, projectId))
      .orderBy(sprint.rank),
    db
      .select(componentColumns)
      .from(component)
      .where(eq(component.projectId, projectId))
      .orderBy(component.id),
    db
      .select(versionColumns)
      .from(projectVersion)
      .where(eq(projectVersion.projectId, projectId))
      .orderBy(projectVersion.id),
  ])
  const [tasks, comments, worklogs, conflicts] = await Promise.all([
    db.select(taskColumns).from(task).where(eq(task.projectId, projectId)).orderBy(task.number),
    db
      .select(commentColumns)
      .from(comment)
      .where(eq(comment.projectId, projectId))
      .orderBy(comment.id),
    db
      .select(worklogColumns)
      .from(worklog)
      .where(eq(worklog.projectId, projectId))
      .orderBy(worklog.id),
    db
      .select({ body: conflict.body })
      .from(conflict)
      .where(eq(conflict.projectId, projectId))
      .orderBy(conflict.id),
  ])
  return {
    seq: stored?.seq ?? 0,
    project: stored && { ...stored.project, statuses, sprints, components, versions },
    tasks: mapById(tasks),
    comments: mapById(comments),
    worklogs: mapById(worklogs),
    conflicts: mapById(conflicts.map(({ body }) => body)),
  }
}

/** Returns the totals of every backlog section, as stored and as recomputed. */
export async function storedTotals(
  projectId: Id,
): Promise<{ stored: unknown[]; recomputed: unknown[] }> {
  const { sql } = database()
  const stored = await sql`
    select sprint_id, status_id, tasks, points, unestimated from sprint_totals
    where project_id = ${projectId} and tasks <> 0 order by 1, 2`
  const recomputed = await sql`
    select coalesce(sprint_id, ${BACKLOG_SPRINT_ID}::uuid) as sprint_id, status_id, count(*)::int as tasks,
      coalesce(sum(estimate), 0) as points, count(*) filter (where estimate is null)::int as unestimated
    from task where project_id = ${projectId} and archived_at is null
      and type in ('story', 'task', 'bug') group by 1, 2 order by 1, 2`
  return { stored: [...stored], recomputed: [...recomputed] }
}

/** Returns the task counts of every swimlane, as stored and as recomputed. */
export async function storedSwimlanes(
  projectId: Id,
): Promise<{ stored: string[]; recomputed: string[] }> {
  const { sql } = database()
  const stored = await sql`
    select group_by, swimlane, status_id, tasks from swimlane_count
    where project_id = ${projectId} and tasks <> 0`
  const tasks = await database()
    .db.select(taskColumns)
    .from(task)
    .where(and(eq(task.projectId, projectId), isNull(task.archivedAt)))
  const counts = new Map<string, number>()
  for (const task of tasks) {
    for (const groupBy of SWIMLANE_GROUPINGS) {
      const swimlane = swimlaneOf(task, groupBy)
      const key = `${groupBy} ${swimlane} ${task.statusId}`
      if (swimlane !== null) counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return {
    stored: stored
      .map((row) => `${row.group_by} ${row.swimlane} ${row.status_id} ${row.tasks}`)
      .sort(),
    recomputed: [...counts].map(([key, count]) => `${key} ${count}`).sort(),
  }
}

/**
 * Returns the links of a project's tasks, as stored in the link table and in the tasks themselves.
 */
export async function storedLinks(
  projectId: Id,
): Promise<{ stored: unknown[]; recomputed: unknown[] }> {
  const { sql } = database()
  const stored = await sql`
    select task_id, kind || ':' || target as link from link
    where project_id = ${projectId} order by 1, 2`
  const recomputed = await sql`
    select id as task_id, unnest(links) as link from task
    where project_id = ${projectId} order by 1, 2`
  return { stored: [...stored], recomputed: [...recomputed] }
}

/** Returns a project's log in order, from the event after `after`. */
export async function storedLog(projectId: Id, after = 0): Promise<StoredEvent[]> {
  const rows = await database()
    .db.select(eventColumns)
    .from(event)
    .where(and(eq(event.projectId, projectId), gt(event.seq, after)))
    .orderBy(event.seq)
  return rows.map(toStoredEvent)
}

/** Returns a project state in a comparable form: sorted and converted to JSON values. */
export function toComparable(state: ProjectState): unknown {
  const sorted = <T>(map: Map<Id, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
  const { tasks, comments, worklogs, conflicts, ...rest } = state
  return JSON.parse(
    JSON.stringify({
      ...rest,
      tasks: sorted(tasks),
      comments: sorted(comments),
      worklogs: sorted(worklogs),
      conflicts: sorted(conflicts),
    }),
  )
}

/** Returns the replay of a project's whole log. */
export async function replayedProject(projectId: Id): Promise<ProjectState> {
  return (await storedLog(projectId)).reduce(replayEvent, initialState())
}
