import type { Board } from '@/app/_client/store/board'
import type { ProjectStore } from '@/app/_client/store/projectStore'
import { database } from '@/db/client'
import type { Card } from '@/domain/board'
import { live } from '@/domain/catalog/catalog'
import { equal } from '@/domain/equal'
import type { Project } from '@/domain/project/project'
import type { ProjectScope } from '@/server/access/scope'
import { type Row, toTask } from '@/server/log/rows'
import { board } from '@/server/queries/board'
import { wrongSections } from './freshPlan'

/**
 * What differs between a replica and the rows in the database: nothing, when it is as good as a
 * board read afresh. Its columns may be loaded further than a fresh board's or less far.
 */
export async function differences(store: ProjectStore, scope: ProjectScope): Promise<string[]> {
  const fresh = await board(scope)
  const rows = await database().sql<Row[]>`
    select * from task where project_id = ${scope.projectId} order by rank, number`
  const all = rows.map((row) => {
    const { description: _, ...card } = toTask(row)
    return card
  })
  const { screen } = store
  const wrong: string[] = []
  if (screen.seq !== fresh.seq) wrong.push(`seq ${screen.seq}, not ${fresh.seq}`)
  const shown = withOpenSprints(screen.project)
  if (!equal(shown, fresh.project)) {
    wrong.push(`project ${JSON.stringify(shown)}, not ${JSON.stringify(fresh.project)}`)
  }
  const mine = screen.conflicts.map((each) => each.id).sort()
  const open = fresh.conflicts.map((each) => each.id).sort()
  if (!equal(mine, open)) wrong.push(`conflicts ${mine}, not ${open}`)
  const sections = wrongSections(screen.plan, all, fresh.project)
  return [...wrong, ...wrongCards(screen, all), ...wrongColumns(screen, all), ...sections]
}

/** What a fresh board brings of the project's lists: what is over or gone a replica still knows. */
function withOpenSprints(project: Project): Project {
  const sprints = project.sprints.filter((each) => each.state !== 'closed' && !each.removedAt)
  const components = live(project.components)
  const fixVersions = live(project.fixVersions)
  return { ...project, sprints, components, fixVersions }
}

function wrongCards(screen: Board, all: Card[]): string[] {
  const truth = new Map(all.map((card) => [card.id, card]))
  return [...screen.cards.values()].flatMap(({ description: _, ...card }) =>
    equal(card, truth.get(card.id))
      ? []
      : [`card ${JSON.stringify(card)}, not ${JSON.stringify(truth.get(card.id))}`],
  )
}

function wrongColumns(screen: Board, all: Card[]): string[] {
  return [...screen.windows].flatMap(([statusId, window]) => {
    const column = all.filter((card) => card.statusId === statusId && !card.archivedAt)
    const ids = column.map((card) => card.id)
    const expected = window.complete ? ids : ids.slice(0, window.ids.length)
    const reaches = window.complete || covered(window.until?.rank, column) === window.ids.length
    return equal(window.ids, expected) && reaches
      ? []
      : [`column ${statusId}: ${window.ids.length} of ${ids.length}, until ${window.until?.rank}`]
  })
}

function covered(until: string | undefined, column: Card[]): number {
  return column.filter((card) => until !== undefined && card.rank <= until).length
}
