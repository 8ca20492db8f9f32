import { and, eq, gt, gte, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { database, type Queryable } from '@/db/client'
import { compileSelect } from '@/db/compiledSelect'
import { isAnyOf } from '@/db/isAnyOf'
import {
  cardColumns,
  componentColumns,
  projectColumns,
  sprintColumns,
  statusColumns,
  versionColumns,
} from '@/db/rowColumns'
import { component, projectVersion } from '@/db/schema/componentsAndVersions'
import { conflict, project, status, task } from '@/db/schema/project'
import { sprint } from '@/db/schema/sprint'
import { statementBuilder } from '@/db/statementBuilder'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { BoardData, Card, Person } from '@/domain/views/board'
import type { ProjectScope } from '@/server/access/scope'
import { CARDS_PER_PAGE, FIRST_CARDS_PER_COLUMN, groupByColumn, peopleOnCards } from './cardRows'
import { selectMembers, selectPeopleByIds } from './people'
import { readSnapshot } from './snapshot'

const MAX_CONFLICTS = 100

/**
 * Returns the data that a board opens with: exact counts, the first cards of each column, the
 * members, the people on the cards and the principal's open conflicts. Counts are stored and cards
 * are read by index, so the cost does not depend on the number of tasks. `withCards: false` leaves
 * out columns and cards, for screens that show none.
 */
export async function loadBoard(
  scope: ProjectScope,
  { withCards } = { withCards: true },
): Promise<BoardData> {
  const { projectId } = scope
  const { seq, data } = await readSnapshot(projectId, async (db) => {
    const [projects, statuses, sprints, components, versions, firstCards, conflicts, members] =
      await Promise.all([
        PROJECT(db, { projectId }),
        selectStatuses(db, projectId),
        selectOpenSprints(db, projectId),
        COMPONENTS(db, { projectId }),
        VERSIONS(db, { projectId }),
        withCards ? FIRST_CARDS(db, { projectId }) : [],
        selectOpenConflicts(db, scope),
        selectMembers(db, scope),
      ])
    const [found] = projects
    if (!found) throw new Error(`A scope names the project ${projectId}, which does not exist.`)
    const shownStatuses = withCards ? activeStatusIds(statuses) : []
    const columns = groupByColumn(shownStatuses, firstCards, FIRST_CARDS_PER_COLUMN)
    const cards = columns.flatMap((column) => column.cards)
    const people = await withPeopleOnCards(db, scope, members, cards)
    const lists = { statuses, sprints, components, versions }
    return { project: { ...found, ...lists }, columns, people, conflicts }
  })
  return { seq, ...data }
}

/** Returns the project's cards with these ids, in any column. */
export async function loadCards(
  scope: ProjectScope,
  ids: Id[],
): Promise<{ seq: number; cards: Card[] }> {
  const { seq, data } = await readSnapshot(scope.projectId, async (db) =>
    db
      .select(cardColumns)
      .from(task)
      .where(and(eq(task.projectId, scope.projectId), isAnyOf(task.id, ids))),
  )
  return { seq, cards: data }
}

/** Returns the next cards of a column after a position (from the top when null). */
export async function loadColumnPage(
  scope: ProjectScope,
  statusId: StatusId,
  after: { rank: string; number: number } | null,
): Promise<{ seq: number; cards: Card[]; complete: boolean }> {
  const { seq, data } = await readSnapshot(scope.projectId, async (db) =>
    db
      .select(cardColumns)
      .from(task)
      .where(
        and(
          eq(task.projectId, scope.projectId),
          eq(task.statusId, statusId),
          isNull(task.archivedAt),
          isAfterRank(after),
        ),
      )
      .orderBy(task.rank, task.number)
      .limit(CARDS_PER_PAGE + 1),
  )
  return { seq, cards: data.slice(0, CARDS_PER_PAGE), complete: data.length <= CARDS_PER_PAGE }
}

/**
 * Returns the condition that a task is ordered after a position. The redundant comparison of ranks
 * lets the index start at the position.
 */
export function isAfterRank(after: { rank: string; number: number } | null): SQL | undefined {
  if (!after) return undefined
  return and(
    gte(task.rank, after.rank),
    or(gt(task.rank, after.rank), gt(task.number, after.number)),
  )
}

/** Returns the known people together with those named on the cards. */
export async function withPeopleOnCards(
  db: Queryable,
  scope: ProjectScope,
  known: Person[],
  cards: Card[],
): Promise<Person[]> {
  const ids = new Set(known.map((person) => person.id))
  const others = peopleOnCards(cards).filter((id) => !ids.has(id))
  return [...known, ...(await selectPeopleByIds(db, scope, others))]
}

/** Returns people of the workspace by id. */
export function loadPeople(scope: ProjectScope, ids: Id[]): Promise<Person[]> {
  return selectPeopleByIds(database().db, scope, ids)
}

/** Returns all statuses of a project in the order of its columns, including removed ones. */
export const selectStatuses = (db: Queryable, projectId: Id) => STATUSES(db, { projectId })

/** Returns the sprints that are neither closed nor removed, in order. */
export const selectOpenSprints = (db: Queryable, projectId: Id) => OPEN_SPRINTS(db, { projectId })

async function selectOpenConflicts(db: Queryable, { projectId, person }: ProjectScope) {
  const rows = await OPEN_CONFLICTS(db, { projectId, personId: person.id })
  return rows.map((row) => row.body)
}

function activeStatusIds(statuses: { id: StatusId; removedAt: string | null }[]): StatusId[] {
  return statuses.filter((each) => each.removedAt === null).map((each) => each.id)
}

const projectId = sql.placeholder('projectId')

const PROJECT = compileSelect(
  statementBuilder.select(projectColumns).from(project).where(eq(project.id, projectId)),
)

const STATUSES = compileSelect(
  statementBuilder
    .select(statusColumns)
    .from(status)
    .where(eq(status.projectId, projectId))
    .orderBy(status.rank, status.id),
)

export const isOpenSprint = and(ne(sprint.state, 'closed'), isNull(sprint.removedAt))

const OPEN_SPRINTS = compileSelect(
  statementBuilder
    .select(sprintColumns)
    .from(sprint)
    .where(and(eq(sprint.projectId, projectId), isOpenSprint))
    .orderBy(sprint.rank),
)

const COMPONENTS = compileSelect(
  statementBuilder
    .select(componentColumns)
    .from(component)
    .where(and(eq(component.projectId, projectId), isNull(component.removedAt)))
    .orderBy(component.id),
)

const VERSIONS = compileSelect(
  statementBuilder
    .select(versionColumns)
    .from(projectVersion)
    .where(and(eq(projectVersion.projectId, projectId), isNull(projectVersion.removedAt)))
    .orderBy(projectVersion.id),
)

/** Has the name of the table, so that the table's columns refer to it. */
const firstOfStatus = statementBuilder
  .select(cardColumns)
  .from(task)
  .where(and(eq(task.projectId, projectId), eq(task.statusId, status.id), isNull(task.archivedAt)))
  .orderBy(task.rank, task.number)
  .limit(FIRST_CARDS_PER_COLUMN + 1)
  .as('task')

const FIRST_CARDS = compileSelect(
  statementBuilder
    .select(cardColumns)
    .from(status)
    .crossJoinLateral(firstOfStatus)
    .where(and(eq(status.projectId, projectId), isNull(status.removedAt))),
)

const OPEN_CONFLICTS = compileSelect(
  statementBuilder
    .select({ body: conflict.body })
    .from(conflict)
    .where(
      and(
        eq(conflict.personId, sql.placeholder('personId')),
        eq(conflict.projectId, projectId),
        isNull(conflict.resolvedAt),
      ),
    )
    .orderBy(conflict.id)
    .limit(MAX_CONFLICTS),
)
