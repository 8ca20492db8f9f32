import type { Row } from '@/db/rows'
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
import { type BoardFilter, type Card, isEmptyFilter } from '@/domain/views/board'
import type { ProjectScope } from '@/server/access/scope'
import {
  countMatchingTasks,
  selectFirstBacklogTasks,
  selectFirstSprintTasks,
  selectSectionTasks,
} from './backlogTasks'
import { withPeopleOnCards } from './board'
import { toCard } from './cardRows'
import { readSnapshot, type SqlReader } from './snapshot'

/** Tasks of one section that a backlog opens with, and that each further page brings. */
const FIRST_PAGE_SIZE = 50
const PAGE_SIZE = 200

/**
 * A backlog to open with: the open sprints in their order, then what is in none of them; of each
 * its sums and its first tasks. Costs the same however many tasks there are: sums are kept, tasks
 * come by index. Only a filter has to count what passes it.
 */
export async function loadBacklog(
  scope: ProjectScope,
  requestedFilter: BoardFilter | null,
): Promise<BacklogData> {
  const { projectId } = scope
  const filter = requestedFilter && !isEmptyFilter(requestedFilter) ? requestedFilter : null
  const { seq, data } = await readSnapshot(projectId, async (sql) => {
    const options = { sql, scope, filter, limit: FIRST_PAGE_SIZE + 1 }
    const [sprints, totals, counts, ...firstPages] = await Promise.all([
      selectOpenSprintIds(sql, projectId),
      selectSectionTotals(sql, projectId),
      filter ? countMatchingTasks(sql, scope, filter) : null,
      selectFirstSprintTasks(options),
      selectFirstBacklogTasks(options),
    ])
    const rows = firstPages.flat()
    const ids: BacklogSectionId[] = [...sprints.map((row) => String(row.id)), BACKLOG_SECTION]
    const sections = ids.map((id): BacklogSectionCards => {
      const cards = rows.filter((row) => row.section === id).map(toCard)
      const total = totals.get(id) ?? EMPTY_SECTION_TOTALS
      const matching = counts?.find((row) => row.section === id)
      const count = counts ? Number(matching?.count ?? 0) : total.open.tasks + total.done.tasks
      const complete = cards.length <= FIRST_PAGE_SIZE
      return { id, totals: total, count, cards: cards.slice(0, FIRST_PAGE_SIZE), complete }
    })
    const allCards = sections.flatMap((section) => section.cards)
    return { sections, people: await withPeopleOnCards(sql, scope, [], allCards) }
  })
  return { seq, ...data }
}

/** The next tasks of a section, behind a position in it (from the top when null). */
export async function loadBacklogSection(
  scope: ProjectScope,
  section: BacklogSectionId,
  after: { rank: string; number: number } | null,
  filter: BoardFilter | null,
): Promise<BacklogSectionPage> {
  const limit = PAGE_SIZE + 1
  const { seq, data } = await readSnapshot(scope.projectId, (sql) =>
    selectSectionTasks({ sql, scope, filter, limit, after }, sprintOfSection(section)),
  )
  const cards: Card[] = data.slice(0, PAGE_SIZE).map(toCard)
  return { seq, cards, complete: data.length <= PAGE_SIZE }
}

function selectOpenSprintIds(sql: SqlReader, projectId: Id) {
  return sql<Row[]>`
    select id from sprint where project_id = ${projectId} and state <> 'closed'
      and removed_at is null
    order by rank`
}

/** The stored totals by section; of closed sprints what is open again counts to the backlog. */
async function selectSectionTotals(
  sql: SqlReader,
  projectId: Id,
): Promise<Map<BacklogSectionId, BacklogSectionTotals>> {
  const rows = await sql<Row[]>`
    select coalesce(s.id::text, ${BACKLOG_SECTION}) as section, st.category = 'done' as done,
      sum(p.tasks)::int as tasks, sum(p.points) as points, sum(p.unestimated)::int as unestimated
    from sprint_totals p
    join status st on st.project_id = p.project_id and st.id = p.status_id
    left join sprint s on s.project_id = p.project_id and s.id = p.sprint_id
      and s.state <> 'closed' and s.removed_at is null
    where p.project_id = ${projectId} and p.tasks > 0
      and (s.id is not null or st.category <> 'done')
    group by 1, 2`
  const sums = new Map<BacklogSectionId, BacklogSectionTotals>()
  for (const { section, done, tasks, points, unestimated } of rows) {
    const part = { tasks: Number(tasks), points: Number(points), unestimated: Number(unestimated) }
    const known = sums.get(String(section)) ?? EMPTY_SECTION_TOTALS
    sums.set(String(section), { ...known, [done ? 'done' : 'open']: part })
  }
  return sums
}
