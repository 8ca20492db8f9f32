import { eq } from 'drizzle-orm'
import type { ProjectStore } from '@/app/_replica/store/projectStore'
import type { ReplicaState } from '@/app/_replica/store/replicaState'
import { database } from '@/db/client'
import { cardColumns } from '@/db/rowColumns'
import { task } from '@/db/schema/project'
import { activeOnly } from '@/domain/component/componentsAndVersions'
import { isEqual } from '@/domain/kernel/equal'
import type { Project } from '@/domain/project/project'
import type { Card } from '@/domain/views/board'
import type { ProjectScope } from '@/server/access/scope'
import { loadBoard } from '@/server/queries/board'
import { sectionDifferences } from './backlogDifferences'

/**
 * Returns the differences between a replica and a freshly loaded board; empty when they agree. The
 * replica's columns may have more or fewer cards loaded.
 */
export async function replicaDifferences(
  store: ProjectStore,
  scope: ProjectScope,
): Promise<string[]> {
  const fresh = await loadBoard(scope)
  const all = await database()
    .db.select(cardColumns)
    .from(task)
    .where(eq(task.projectId, scope.projectId))
    .orderBy(task.rank, task.number)
  const { optimisticState } = store
  const found: string[] = []
  if (optimisticState.seq !== fresh.seq) found.push(`seq ${optimisticState.seq}, not ${fresh.seq}`)
  const shown = asFreshBoard(optimisticState.project)
  if (!isEqual(shown, fresh.project)) {
    found.push(`project ${JSON.stringify(shown)}, not ${JSON.stringify(fresh.project)}`)
  }
  const mine = optimisticState.conflicts.map((each) => each.id).sort()
  const open = fresh.conflicts.map((each) => each.id).sort()
  if (!isEqual(mine, open)) found.push(`conflicts ${mine}, not ${open}`)
  const sections = sectionDifferences(optimisticState.backlog, all, fresh.project)
  return [
    ...found,
    ...cardDifferences(optimisticState, all),
    ...columnDifferences(optimisticState, all),
    ...sections,
  ]
}

/**
 * Returns the project with only the sprints, components and versions that a fresh board contains. A
 * replica also keeps closed and removed ones.
 */
function asFreshBoard(project: Project): Project {
  const sprints = project.sprints.filter((each) => each.state !== 'closed' && !each.removedAt)
  const components = activeOnly(project.components)
  const versions = activeOnly(project.versions)
  return { ...project, sprints, components, versions }
}

function cardDifferences(screen: ReplicaState, all: Card[]): string[] {
  const expectedCards = new Map(all.map((card) => [card.id, card]))
  return [...screen.cards.values()].flatMap(({ description: _, ...card }) =>
    isEqual(card, expectedCards.get(card.id))
      ? []
      : [`card ${JSON.stringify(card)}, not ${JSON.stringify(expectedCards.get(card.id))}`],
  )
}

function columnDifferences(screen: ReplicaState, all: Card[]): string[] {
  return [...screen.columns].flatMap(([statusId, loaded]) => {
    const column = all.filter((card) => card.statusId === statusId && !card.archivedAt)
    const ids = column.map((card) => card.id)
    const expected = loaded.complete ? ids : ids.slice(0, loaded.ids.length)
    const isCovered =
      loaded.complete || countCovered(loaded.until?.rank, column) === loaded.ids.length
    return isEqual(loaded.ids, expected) && isCovered
      ? []
      : [`column ${statusId}: ${loaded.ids.length} of ${ids.length}, until ${loaded.until?.rank}`]
  })
}

function countCovered(until: string | undefined, column: Card[]): number {
  return column.filter((card) => until !== undefined && card.rank <= until).length
}
