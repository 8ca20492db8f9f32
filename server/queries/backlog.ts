import { and, eq, gt, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { compileSelect } from '@/db/compiledSelect'
import { status } from '@/db/schema/project'
import { sprint, sprintTotals } from '@/db/schema/sprint'
import { statementBuilder } from '@/db/statementBuilder'
import type { Id } from '@/domain/kernel/primitives'
import {
  BACKLOG_SECTION,
  type BacklogData,
  type BacklogSectionCards,
  type BacklogSectionId,
  type BacklogSectionPage,
  type BacklogSectionTotals,
  EMPTY_SECTION_TOTALS,
  sprintOfSection,
} from '@/domain/views/backlog'
import { type BoardFilter, isEmptyFilter } from '@/domain/views/board'
import type { ProjectScope } from '@/server/access/scope'
import {
  countMatchingTasks,
  FIRST_PAGE_SIZE,
  isOpenOrInOpenSprint,
  sectionOfSprint,
  selectFirstBacklogTasks,
  selectFirstSprintTasks,
  selectSectionTasks,
} from './backlogTasks'
import { isOpenSprint, selectOpenSprints, withPeopleOnCards } from './board'
import { readSnapshot } from './snapshot'

/** The number of tasks that each further page of a section contains. */
const PAGE_SIZE = 200

/**
 * Returns the data that a backlog opens with: the open sprints in order, then the backlog section,
 * each with its totals and first tasks. Totals are stored and tasks are read by index, so the cost
 * does not depend on the number of tasks; only a filter has to count its matches.
 */
export async function loadBacklog(
  scope: ProjectScope,
  requestedFilter: BoardFilter | null,
): Promise<BacklogData> {
  const { projectId } = scope
  const filter = requestedFilter && !isEmptyFilter(requestedFilter) ? requestedFilter : null
  const { seq, data } = await readSnapshot(projectId, async (db) => {
    const [sprints, totals, counts, sprintCards, backlogCards] = await Promise.all([
      selectOpenSprints(db, projectId),
      selectSectionTotals(db, projectId),
      filter ? countMatchingTasks(db, scope, filter) : null,
      selectFirstSprintTasks(db, scope, filter),
      selectFirstBacklogTasks(db, scope, filter),
    ])
    const ids: BacklogSectionId[] = [...sprints.map((each) => each.id), BACKLOG_SECTION]
    const sections = ids.map((id): BacklogSectionCards => {
      const cards =
        id === BACKLOG_SECTION
          ? backlogCards
          : sprintCards
              .filter((row) => row.section === id)
              .map(({ section: _section, ...card }) => card)
      const total = totals.get(id) ?? EMPTY_SECTION_TOTALS
      const matching = counts?.find((row) => row.section === id)
      const count = counts ? (matching?.count ?? 0) : total.open.tasks + total.done.tasks
      const complete = cards.length <= FIRST_PAGE_SIZE
      return { id, totals: total, count, cards: cards.slice(0, FIRST_PAGE_SIZE), complete }
    })
    const allCards = sections.flatMap((section) => section.cards)
    return { sections, people: await withPeopleOnCards(db, scope, [], allCards) }
  })
  return { seq, ...data }
}

/** Returns the next tasks of a section after a position (from the top when null). */
export async function loadBacklogSection(
  scope: ProjectScope,
  section: BacklogSectionId,
  after: { rank: string; number: number } | null,
  filter: BoardFilter | null,
): Promise<BacklogSectionPage> {
  const limit = PAGE_SIZE + 1
  const { seq, data } = await readSnapshot(scope.projectId, (db) =>
    selectSectionTasks(db, scope, sprintOfSection(section), { filter, limit, after }),
  )
  return { seq, cards: data.slice(0, PAGE_SIZE), complete: data.length <= PAGE_SIZE }
}

/**
 * Returns the stored totals by section; unfinished tasks of closed sprints count for the backlog.
 */
async function selectSectionTotals(
  db: Queryable,
  projectId: Id,
): Promise<Map<BacklogSectionId, BacklogSectionTotals>> {
  const rows = await SECTION_TOTALS(db, { projectId })
  const sums = new Map<BacklogSectionId, BacklogSectionTotals>()
  for (const { section, done, ...totals } of rows) {
    const known = sums.get(section) ?? EMPTY_SECTION_TOTALS
    sums.set(section, { ...known, [done ? 'done' : 'open']: totals })
  }
  return sums
}

const SECTION_TOTALS = compileSelect(
  statementBuilder
    .select({
      section: sectionOfSprint,
      done: sql<boolean>`${status.category} = 'done'`,
      tasks: sql<number>`sum(${sprintTotals.tasks})::int`,
      points: sql<number>`sum(${sprintTotals.points})`,
      unestimated: sql<number>`sum(${sprintTotals.unestimated})::int`,
    })
    .from(sprintTotals)
    .innerJoin(
      status,
      and(eq(status.projectId, sprintTotals.projectId), eq(status.id, sprintTotals.statusId)),
    )
    .leftJoin(
      sprint,
      and(
        eq(sprint.projectId, sprintTotals.projectId),
        eq(sprint.id, sprintTotals.sprintId),
        isOpenSprint,
      ),
    )
    .where(
      and(
        eq(sprintTotals.projectId, sql.placeholder('projectId')),
        gt(sprintTotals.tasks, 0),
        isOpenOrInOpenSprint,
      ),
    )
    .groupBy(sql`1, 2`),
)
