import {
  and,
  eq,
  gt,
  gte,
  isNotNull,
  isNull,
  or,
  type Placeholder,
  type SQL,
  sql,
} from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { Queryable } from '@/db/client'
import { compileSelect } from '@/db/compiledSelect'
import { cardColumns } from '@/db/rowColumns'
import { status, task } from '@/db/schema/project'
import { sprint, sprintTotals } from '@/db/schema/sprint'
import { statementBuilder } from '@/db/statementBuilder'
import type { Id } from '@/domain/kernel/primitives'
import { BACKLOG_SECTION, type BacklogSectionId } from '@/domain/views/backlog'
import type { BoardFilter, Card } from '@/domain/views/board'
import type { ProjectScope } from '@/server/access/scope'
import { isOpenSprint } from './board'
import { passesFilter } from './boardFilter'
import { isPlannable } from './plannableTasks'

/** The number of tasks per section that a backlog opens with. */
export const FIRST_PAGE_SIZE = 50

/** One page of a section in backlog order. */
interface BacklogPageOptions {
  db: Queryable
  projectId: Id | Placeholder
  /** Only tasks that meet this condition. */
  matching?: SQL | undefined
  limit: number
  /** Only tasks after this position; null or absent for the first page. */
  after?: { rank: string; number: number } | null
}

// Subqueries have the name of the table they select from, so that the table's columns refer to
// them.

/** Returns the first tasks of every open sprint, each with its `section`. */
export function selectFirstSprintTasks(
  db: Queryable,
  scope: ProjectScope,
  filter: BoardFilter | null,
) {
  const { projectId } = scope
  return filter
    ? tasksOfOpenSprints({ ...FIRST_PAGE, db, projectId, matching: matches(scope, filter) })
    : FIRST_SPRINT_TASKS(db, { projectId })
}

/** Returns the first tasks of the backlog. */
export function selectFirstBacklogTasks(
  db: Queryable,
  scope: ProjectScope,
  filter: BoardFilter | null,
): Promise<Card[]> {
  const { projectId } = scope
  return filter
    ? backlogTasks({ ...FIRST_PAGE, db, projectId, matching: matches(scope, filter) }).execute()
    : FIRST_BACKLOG_TASKS(db, { projectId })
}

/** Returns the tasks of an open sprint, or of the backlog when `sprintId` is null. */
export async function selectSectionTasks(
  db: Queryable,
  scope: ProjectScope,
  sprintId: Id | null,
  page: {
    filter: BoardFilter | null
    limit: number
    after: { rank: string; number: number } | null
  },
): Promise<Card[]> {
  const { projectId } = scope
  const { filter, ...limits } = page
  const options = { db, projectId, matching: matches(scope, filter), ...limits }
  if (sprintId === null) return backlogTasks(options)
  return db
    .select(cardColumns)
    .from(sprint)
    .crossJoinLateral(sprintTasks(options).as('task'))
    .where(and(eq(sprint.projectId, projectId), eq(sprint.id, sprintId), isOpenSprint))
}

/**
 * Returns the number of tasks in each section that match a filter. Reads every task of the project.
 */
export async function countMatchingTasks(db: Queryable, scope: ProjectScope, filter: BoardFilter) {
  return db
    .select({ section: sectionOfSprint, count: sql<number>`count(*)::int` })
    .from(task)
    .innerJoin(status, and(eq(status.projectId, task.projectId), eq(status.id, task.statusId)))
    .leftJoin(
      sprint,
      and(eq(sprint.projectId, task.projectId), eq(sprint.id, task.sprintId), isOpenSprint),
    )
    .where(
      and(
        eq(task.projectId, scope.projectId),
        isPlannable,
        isOpenOrInOpenSprint,
        passesFilter(filter, scope.projectKey),
      ),
    )
    .groupBy(sql`1`)
}

/** The section of a row that is left-joined to its open sprint. */
export const sectionOfSprint = sql<BacklogSectionId>`coalesce(${sprint.id}::text, ${BACKLOG_SECTION})`

/** Done tasks of closed sprints are not in the backlog; unfinished ones are. */
export const isOpenOrInOpenSprint = or(isNotNull(sprint.id), sql`${status.category} <> 'done'`)

const matches = (scope: ProjectScope, filter: BoardFilter | null) =>
  filter ? passesFilter(filter, scope.projectKey) : undefined

function tasksOfOpenSprints(options: BacklogPageOptions) {
  return options.db
    .select({ section: sprint.id, ...cardColumns })
    .from(sprint)
    .crossJoinLateral(sprintTasks(options).as('task'))
    .where(and(eq(sprint.projectId, options.projectId), isOpenSprint))
}

/**
 * The index orders by section, status and rank, so the first tasks of each status are read and
 * merged.
 */
function sprintTasks(options: BacklogPageOptions) {
  const { db, projectId, limit } = options
  return db
    .select(cardColumns)
    .from(status)
    .crossJoinLateral(tasksInStatus(options, eq(task.sprintId, sprint.id)).as('task'))
    .where(eq(status.projectId, projectId))
    .orderBy(task.backlogRank, task.number)
    .limit(limit)
}

/** Tasks in no sprint, and unfinished tasks of closed sprints, which `sprint_totals` lists. */
function backlogTasks(options: BacklogPageOptions) {
  const { db, projectId, limit } = options
  const ofClosedSprints = db
    .select(cardColumns)
    .from(sprintTotals)
    .innerJoin(
      sprint,
      and(
        eq(sprint.projectId, sprintTotals.projectId),
        eq(sprint.id, sprintTotals.sprintId),
        eq(sprint.state, 'closed'),
      ),
    )
    .crossJoinLateral(tasksInStatus(options, eq(task.sprintId, sprintTotals.sprintId)).as('task'))
    .where(
      and(
        eq(sprintTotals.projectId, projectId),
        eq(sprintTotals.statusId, status.id),
        gt(sprintTotals.tasks, 0),
      ),
    )
  const tasks = unionAll(tasksInStatus(options, isNull(task.sprintId)), ofClosedSprints)
  return db
    .select(cardColumns)
    .from(status)
    .crossJoinLateral(tasks.as('task'))
    .where(and(eq(status.projectId, projectId), sql`${status.category} <> 'done'`))
    .orderBy(task.backlogRank, task.number)
    .limit(limit)
}

/**
 * Also orders by the sprint, because PostgreSQL does not use the order of an index after a column
 * that is compared with `is null`.
 */
function tasksInStatus(
  { db, projectId, matching, limit, after }: BacklogPageOptions,
  isInSection: SQL | undefined,
) {
  return db
    .select(cardColumns)
    .from(task)
    .where(
      and(
        eq(task.projectId, projectId),
        isInSection,
        eq(task.statusId, status.id),
        isPlannable,
        after ? isAfterBacklogRank(after) : undefined,
        matching,
      ),
    )
    .orderBy(task.sprintId, task.backlogRank, task.number)
    .limit(limit)
}

function isAfterBacklogRank({ rank, number }: { rank: string; number: number }): SQL | undefined {
  return and(gte(task.backlogRank, rank), or(gt(task.backlogRank, rank), gt(task.number, number)))
}

/** What every opened backlog reads: one task more than it shows. */
const FIRST_PAGE: BacklogPageOptions = {
  db: statementBuilder,
  projectId: sql.placeholder('projectId'),
  limit: FIRST_PAGE_SIZE + 1,
}
const FIRST_SPRINT_TASKS = compileSelect(tasksOfOpenSprints(FIRST_PAGE))
const FIRST_BACKLOG_TASKS = compileSelect(backlogTasks(FIRST_PAGE))
