import {
  BACKLOG,
  type BacklogData,
  NO_SUMS,
  type SectionCards,
  type SectionId,
  type SectionPage,
  type SectionSums,
  sprintOfSection,
} from '@/domain/backlog'
import { type BoardFilter, type Card, isEmptyFilter } from '@/domain/board'
import type { Id } from '@/domain/words'
import type { ProjectScope } from '@/server/access/scope'
import type { Row } from '@/server/log/rows'
import { countPassing, firstOfBacklog, firstOfSprints, nextOf } from './backlogRows'
import { withNamed } from './board'
import { toCard } from './boardRows'
import { type Reader, snapshot } from './snapshot'

/** Tasks of one section that a backlog opens with, and that each further page brings. */
const FIRST_TASKS = 50
const PAGE_OF_TASKS = 200

/**
 * A backlog to open with: the open sprints in their order, then what is in none of them; of each
 * its sums and its first tasks. Costs the same however many tasks there are: sums are kept, tasks
 * come by index. Only a filter has to count what passes it.
 */
export async function backlog(
  scope: ProjectScope,
  asked: BoardFilter | null,
): Promise<BacklogData> {
  const { projectId } = scope
  const filter = asked && !isEmptyFilter(asked) ? asked : null
  const { seq, data } = await snapshot(projectId, async (sql) => {
    const some = { sql, scope, filter, limit: FIRST_TASKS + 1 }
    const [sprints, sums, counts, ...first] = await Promise.all([
      openIds(sql, projectId),
      sumsOf(sql, projectId),
      filter ? countPassing(sql, scope, filter) : null,
      firstOfSprints(some),
      firstOfBacklog(some),
    ])
    const rows = first.flat()
    const ids: SectionId[] = [...sprints.map((row) => String(row.id)), BACKLOG]
    const sections = ids.map((id): SectionCards => {
      const cards = rows.filter((row) => row.section === id).map(toCard)
      const total = sums.get(id) ?? NO_SUMS
      const passed = counts?.find((row) => row.section === id)
      const count = counts ? Number(passed?.count ?? 0) : total.open.tasks + total.done.tasks
      const complete = cards.length <= FIRST_TASKS
      return { id, sums: total, count, cards: cards.slice(0, FIRST_TASKS), complete }
    })
    const named = sections.flatMap((section) => section.cards)
    return { sections, people: await withNamed(sql, scope, [], named) }
  })
  return { seq, ...data }
}

/** The next tasks of a section, behind a position in it (from the top when null). */
export async function sectionPage(
  scope: ProjectScope,
  section: SectionId,
  after: { rank: string; number: number } | null,
  filter: BoardFilter | null,
): Promise<SectionPage> {
  const limit = PAGE_OF_TASKS + 1
  const { seq, data } = await snapshot(scope.projectId, (sql) =>
    nextOf({ sql, scope, filter, limit, after }, sprintOfSection(section)),
  )
  const cards: Card[] = data.slice(0, PAGE_OF_TASKS).map(toCard)
  return { seq, cards, complete: data.length <= PAGE_OF_TASKS }
}

function openIds(sql: Reader, projectId: Id) {
  return sql<Row[]>`
    select id from sprint where project_id = ${projectId} and state <> 'closed'
      and removed_at is null
    order by rank`
}

/** The kept sums by section; of closed sprints what is open again counts to the backlog. */
async function sumsOf(sql: Reader, projectId: Id): Promise<Map<SectionId, SectionSums>> {
  const rows = await sql<Row[]>`
    select coalesce(s.id::text, ${BACKLOG}) as section, st.category = 'done' as done,
      sum(p.tasks)::int as tasks, sum(p.points) as points, sum(p.unestimated)::int as unestimated
    from planned p
    join status st on st.project_id = p.project_id and st.id = p.status_id
    left join sprint s on s.project_id = p.project_id and s.id = p.sprint_id
      and s.state <> 'closed' and s.removed_at is null
    where p.project_id = ${projectId} and p.tasks > 0
      and (s.id is not null or st.category <> 'done')
    group by 1, 2`
  const sums = new Map<SectionId, SectionSums>()
  for (const { section, done, tasks, points, unestimated } of rows) {
    const part = { tasks: Number(tasks), points: Number(points), unestimated: Number(unestimated) }
    const known = sums.get(String(section)) ?? NO_SUMS
    sums.set(String(section), { ...known, [done ? 'done' : 'open']: part })
  }
  return sums
}
