import { and, desc, eq, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { database, type Queryable } from '@/db/client'
import { sprintColumns } from '@/db/rowColumns'
import { status, task } from '@/db/schema/project'
import { sprint, sprintTotals } from '@/db/schema/sprint'
import type { Id } from '@/domain/kernel/primitives'
import { proposeSprintName } from '@/domain/sprint/proposeSprintName'
import type {
  SprintContents,
  SprintCursor,
  SprintPage,
  SprintWithTotals,
  Workload,
} from '@/domain/views/sprints'
import type { ProjectScope } from '@/server/access/scope'
import { isOpenSprint } from './board'
import { isStatusOfTask } from './relatedTasks'
import { readSnapshot } from './snapshot'

const PAGE_SIZE = 20

/**
 * Returns the open sprints and a page of completed ones, with their totals.
 * @param after the cursor of the previous page; null for the first page
 */
export async function loadSprints(
  scope: ProjectScope,
  after: SprintCursor | null,
): Promise<SprintPage> {
  const { projectId } = scope
  const { seq, data } = await readSnapshot(projectId, async (db) => {
    const [open, closed] = await Promise.all([
      selectSprintsWithTotals(db, projectId, isOpenSprint).orderBy(sprint.rank),
      selectSprintsWithTotals(
        db,
        projectId,
        and(eq(sprint.state, 'closed'), after ? followsSprint(after) : undefined),
      )
        .orderBy(sql`${sprint.completedAt} desc nulls last`, desc(sprint.id))
        .limit(PAGE_SIZE + 1),
    ])
    return { open, closed }
  })
  const closed = data.closed.slice(0, PAGE_SIZE)
  const last = data.closed.length > PAGE_SIZE ? closed.at(-1) : undefined
  const next = last ? { completedAt: last.completedAt, id: last.id } : null
  return { seq, open: data.open, closed, next }
}

/** The condition of the completed sprints that follow a cursor, in the order of the pages. */
function followsSprint({ completedAt, id }: SprintCursor) {
  const hasSmallerId = lt(sprint.id, id)
  if (completedAt === null) return and(isNull(sprint.completedAt), hasSmallerId)
  return or(
    isNull(sprint.completedAt),
    lt(sprint.completedAt, completedAt),
    and(eq(sprint.completedAt, completedAt), hasSmallerId),
  )
}

/** Returns a sprint in any state with its totals; null when the project has no such sprint. */
export async function loadSprintWithTotals(
  scope: ProjectScope,
  sprintId: Id,
): Promise<{ seq: number; sprint: SprintWithTotals } | null> {
  const { seq, data } = await readSnapshot(scope.projectId, async (db) =>
    selectSprintsWithTotals(db, scope.projectId, isSprint(sprintId)),
  )
  return data[0] ? { seq, sprint: data[0] } : null
}

/** Returns the contents of a sprint; null when the project has no such sprint. */
export async function loadSprintContents(
  scope: ProjectScope,
  sprintId: Id,
): Promise<SprintContents | null> {
  const { projectId } = scope
  const { seq, data } = await readSnapshot(projectId, async (db) => {
    const [[found], unfinished] = await Promise.all([
      selectSprintsWithTotals(db, projectId, isSprint(sprintId)),
      db
        .select({
          id: task.id,
          number: task.number,
          title: task.title,
          type: task.type,
          statusId: task.statusId,
          estimate: task.estimate,
        })
        .from(task)
        .innerJoin(status, isStatusOfTask)
        .where(
          and(
            eq(task.projectId, projectId),
            eq(task.sprintId, sprintId),
            isNull(task.archivedAt),
            ne(status.category, 'done'),
          ),
        )
        .orderBy(task.backlogRank),
    ])
    return found && { total: found.total, done: found.done, unfinished }
  })
  return data ? { seq, ...data } : null
}

const isSprint = (id: Id) => and(eq(sprint.id, id), isNull(sprint.removedAt))

/**
 * Returns the open work in a sprint by person. Subtasks count when they have their own estimates.
 * The time of a task with several assignees is divided equally among them.
 */
export async function loadSprintWorkload(scope: ProjectScope, sprintId: Id): Promise<Workload[]> {
  const { db } = database()
  const { projectId } = scope
  const estimate = sql`coalesce(${task.remainingEstimate}, ${task.originalEstimate})`
  const headCount = sql`greatest(cardinality(${task.assignees}), 1)`
  const assignees = sql`case when cardinality(${task.assignees}) = 0 then array[null]::uuid[]
    else ${task.assignees} end`
  const personId = sql<Id | null>`assignee`
  const tasksOfSprint = db
    .select({ id: task.id })
    .from(task)
    .where(and(eq(task.projectId, projectId), eq(task.sprintId, sprintId)))
  return db
    .select({
      personId,
      tasks: sql<number>`count(*)::int`,
      seconds: sql<number>`coalesce(sum(${estimate}::float8 / ${headCount}), 0)`,
      withoutEstimate: sql<number>`(count(*) filter (where ${estimate} is null))::int`,
      points: sql<number>`coalesce(sum(${task.estimate} / ${headCount}), 0)`,
    })
    .from(task)
    .innerJoin(status, and(isStatusOfTask, ne(status.category, 'done')))
    .crossJoinLateral(sql`unnest(${assignees}) as assignee`)
    .where(
      and(
        eq(task.projectId, projectId),
        isNull(task.archivedAt),
        or(
          eq(task.sprintId, sprintId),
          sql`${task.type} = 'subtask' and ${task.parentId} in ${tasksOfSprint}`,
        ),
      ),
    )
    .groupBy(personId)
    .orderBy(personId)
}

/** Returns the proposed name for the project's next sprint. */
export async function loadNextSprintName(scope: ProjectScope): Promise<string> {
  const rows = await database()
    .db.select({ name: sprint.name })
    .from(sprint)
    .where(and(eq(sprint.projectId, scope.projectId), isNull(sprint.removedAt)))
  return proposeSprintName(
    scope.projectKey,
    rows.map((row) => row.name),
  )
}

/** Selects sprints with their stored totals: of all tasks and of the done ones. */
function selectSprintsWithTotals(db: Queryable, projectId: Id, condition: SQL | undefined) {
  const totals = db
    .select({
      total: {
        tasks: sumOf(sprintTotals.tasks, sql`true`).as('tasks'),
        points: sumOf(sprintTotals.points, sql`true`).as('points'),
        unestimated: sumOf(sprintTotals.unestimated, sql`true`).as('unestimated'),
      },
      done: {
        tasks: sumOf(sprintTotals.tasks, isDone).as('done_tasks'),
        points: sumOf(sprintTotals.points, isDone).as('done_points'),
        unestimated: sumOf(sprintTotals.unestimated, isDone).as('done_unestimated'),
      },
    })
    .from(sprintTotals)
    .innerJoin(
      status,
      and(eq(status.projectId, sprintTotals.projectId), eq(status.id, sprintTotals.statusId)),
    )
    .where(and(eq(sprintTotals.projectId, sprint.projectId), eq(sprintTotals.sprintId, sprint.id)))
    .as('totals')
  return db
    .select({ ...sprintColumns, total: totals.total, done: totals.done })
    .from(sprint)
    .crossJoinLateral(totals)
    .where(and(eq(sprint.projectId, projectId), condition))
}

const isDone = sql`${status.category} = 'done'`

const sumOf = (column: (typeof sprintTotals)['tasks' | 'points' | 'unestimated'], which: SQL) =>
  sql<number>`coalesce(sum(${column}) filter (where ${which}), 0)::float8`
