import { database } from '@/db/client'
import type { LoggedEvent } from '@/domain/events'
import { type Folded, fold, nothing } from '@/domain/fold'
import { LANES_BY, laneOf } from '@/domain/lanes'
import type { Id } from '@/domain/words'
import { BACKLOG } from '@/server/execute/totals'
import {
  EVENT_COLUMNS,
  toComment,
  toConflict,
  toEvent,
  toProject,
  toTask,
  toWorklog,
} from '@/server/log/rows'

const byId = <T extends { id: Id }>(items: T[]) => new Map(items.map((item) => [item.id, item]))

/** A project as its rows have it, in the shape that a fold of its log has. */
export async function storedProject(projectId: Id): Promise<Folded> {
  const { sql } = database()
  const [project] = await sql`select * from project where id = ${projectId}`
  const statuses = await sql`select * from status where project_id = ${projectId} order by rank`
  const sprints = await sql`select * from sprint where project_id = ${projectId} order by rank`
  const components = await sql`select * from component where project_id = ${projectId} order by id`
  const fixVersions = await sql`
    select * from fix_version where project_id = ${projectId} order by id`
  const tasks = await sql`select * from task where project_id = ${projectId} order by number`
  const comments = await sql`select * from comment where project_id = ${projectId} order by id`
  const worklogs = await sql`select * from worklog where project_id = ${projectId} order by id`
  const conflicts = await sql`select * from conflict where project_id = ${projectId} order by id`
  return {
    seq: Number(project?.seq ?? 0),
    project: project && toProject(project, statuses, { sprints, components, fixVersions }),
    tasks: byId(tasks.map(toTask)),
    comments: byId(comments.map(toComment)),
    worklogs: byId(worklogs.map(toWorklog)),
    conflicts: byId(conflicts.map(toConflict)),
  }
}

/** The sums of every section of the planning order, as kept and as added up anew. */
export async function storedTotals(projectId: Id): Promise<{ kept: unknown[]; added: unknown[] }> {
  const { sql } = database()
  const kept = await sql`
    select sprint_id, status_id, tasks, points, unestimated from planned
    where project_id = ${projectId} and tasks <> 0 order by 1, 2`
  const added = await sql`
    select coalesce(sprint_id, ${BACKLOG}::uuid) as sprint_id, status_id, count(*)::int as tasks,
      coalesce(sum(estimate), 0) as points, count(*) filter (where estimate is null)::int as unestimated
    from task where project_id = ${projectId} and archived_at is null
      and type in ('story', 'task', 'bug') group by 1, 2 order by 1, 2`
  return { kept: [...kept], added: [...added] }
}

/** How many tasks stand in each lane of each kind, as kept and as counted anew. */
export async function storedLanes(projectId: Id): Promise<{ kept: string[]; counted: string[] }> {
  const { sql } = database()
  const kept = await sql`
    select goes_by, lane, status_id, tasks from lane_count
    where project_id = ${projectId} and tasks <> 0`
  const tasks = (
    await sql`
    select * from task where project_id = ${projectId} and archived_at is null`
  ).map(toTask)
  const counts = new Map<string, number>()
  for (const task of tasks) {
    for (const by of LANES_BY) {
      const lane = laneOf(task, by)
      const key = `${by} ${lane} ${task.statusId}`
      if (lane !== null) counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return {
    kept: kept.map((row) => `${row.goes_by} ${row.lane} ${row.status_id} ${row.tasks}`).sort(),
    counted: [...counts].map(([key, count]) => `${key} ${count}`).sort(),
  }
}

/** The links of a project's tasks, as they are kept by row and as the tasks hold them. */
export async function storedLinks(projectId: Id): Promise<{ kept: unknown[]; held: unknown[] }> {
  const { sql } = database()
  const kept = await sql`
    select task_id, kind || ':' || target as link from link
    where project_id = ${projectId} order by 1, 2`
  const held = await sql`
    select id as task_id, unnest(links) as link from task
    where project_id = ${projectId} order by 1, 2`
  return { kept: [...kept], held: [...held] }
}

/** A project's whole log, in order. */
export async function storedLog(projectId: Id, after = 0): Promise<LoggedEvent[]> {
  const { sql } = database()
  const rows = await sql`
    select ${sql.unsafe(EVENT_COLUMNS.join(', '))} from event
    where project_id = ${projectId} and seq > ${after} order by seq`
  return rows.map(toEvent)
}

/** A fold in a form that two of them can be compared in: sorted, as JSON carries it. */
export function plain(folded: Folded): unknown {
  const sorted = <T>(map: Map<Id, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
  const { tasks, comments, worklogs, conflicts, ...rest } = folded
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

/** The fold of a project's whole log. */
export async function foldedProject(projectId: Id): Promise<Folded> {
  return (await storedLog(projectId)).reduce(fold, nothing())
}
