import { and, desc, eq, gt, inArray, isNotNull, not, or, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import { database } from '@/db/client'
import { isAnyOf } from '@/db/isAnyOf'
import { eventColumns } from '@/db/rowColumns'
import { component, projectVersion } from '@/db/schema/componentsAndVersions'
import { command, event } from '@/db/schema/eventLog'
import { conflict, project, task } from '@/db/schema/project'
import { sprint } from '@/db/schema/sprint'
import { toStoredEvent } from '@/db/storedEvent'
import type { Conflict } from '@/domain/conflict/conflict'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import {
  eventTypesOf,
  type HistoryCursor,
  type HistoryFilter,
  type HistoryPage,
} from '@/domain/views/history'
import type { ProjectScope } from '@/server/access/scope'
import { matchesText } from './boardFilter'
import { selectPeopleByIds } from './people'
import { peopleInEvent } from './peopleInEvent'

const PAGE_SIZE = 50

/**
 * Returns a page of the project's history, the newest first by the time of each change, so that
 * imported history is in its place.
 * @param before the end of the previous page; null for the newest page
 */
export async function loadHistory(
  scope: ProjectScope,
  filter: HistoryFilter,
  before: HistoryCursor | null,
): Promise<HistoryPage> {
  const { db } = database()
  const { projectId } = scope
  // Read first: an event that is added in between is in the page, in the later events, or in both.
  const [newest] = await db
    .select({ seq: project.seq })
    .from(project)
    .where(eq(project.id, projectId))
  const rows = await db
    .select(eventColumns)
    .from(event)
    .where(
      and(
        eq(event.projectId, projectId),
        before ? sql`(${event.at}, ${event.seq}) < (${before.at}, ${before.seq})` : undefined,
        filter.personId ? eq(event.actor, filter.personId) : undefined,
        filter.taskId ? eq(event.taskId, filter.taskId) : undefined,
        filter.sinceSeq === undefined ? undefined : gt(event.seq, filter.sinceSeq),
        filter.text ? inArray(event.taskId, tasksMatching(scope, filter.text)) : undefined,
        filter.kind ? isAnyOf(event.type, eventTypesOf(filter.kind)) : undefined,
        filter.taskId ? undefined : not(isImpliedBySprintCommand()),
      ),
    )
    .orderBy(desc(event.at), desc(event.seq))
    .limit(PAGE_SIZE + 1)
  const events = rows.slice(0, PAGE_SIZE).map(toStoredEvent)
  const last = events.at(-1)
  const [tasks, conflicts, commands] = await Promise.all([
    loadTasksOfEvents(scope, events),
    loadResolvedConflicts(scope, events),
    loadCommandsOfEvents(scope, events),
  ])
  const { sprints, componentsAndVersions } = await loadNames(scope, [...events, ...conflicts])
  const people = await selectPeopleByIds(db, scope, peopleInHistory(events, conflicts))
  const next = rows.length > PAGE_SIZE && last ? { at: last.at, seq: last.seq } : null
  return {
    seq: newest?.seq ?? 0,
    events,
    people,
    tasks,
    sprints,
    componentsAndVersions,
    conflicts,
    commands,
    next,
  }
}

/** The event of the sprint's end already lists where its tasks went. */
function isImpliedBySprintCommand() {
  const sprintCommands = database()
    .db.select({ id: command.commandId })
    .from(command)
    .where(
      and(
        eq(command.projectId, event.projectId),
        eq(command.commandId, event.commandId),
        inArray(command.type, ['sprint.complete', 'sprint.remove']),
      ),
    )
  return sql`(${eq(event.type, 'task.planned')} and exists ${sprintCommands})`
}

/**
 * A complete key matches one task. Any other text matches a part of a title or the start of a key.
 */
function tasksMatching({ projectId, projectKey }: ProjectScope, text: string) {
  const searchText = text.trim().toLowerCase()
  const [key, number] = searchText.split('-')
  const isWholeKey = key === projectKey.toLowerCase() && /^\d{1,9}$/.test(number ?? '')
  return database()
    .db.select({ id: task.id })
    .from(task)
    .where(
      and(
        eq(task.projectId, projectId),
        isWholeKey ? eq(task.number, Number(number)) : matchesText(searchText, sql`${projectKey}`),
      ),
    )
}

async function loadTasksOfEvents(
  scope: ProjectScope,
  events: StoredEvent[],
): Promise<HistoryPage['tasks']> {
  const ids = [
    ...new Set(events.flatMap((event) => [event.taskId ?? [], parentIdsIn(event)].flat())),
  ]
  return database()
    .db.select({ id: task.id, number: task.number, title: task.title })
    .from(task)
    .where(and(eq(task.projectId, scope.projectId), isAnyOf(task.id, ids)))
}

/** Returns the parents that an event names. */
function parentIdsIn(event: StoredEvent): Id[] {
  const { from, to } = (event.type === 'task.edited' && event.data.set?.parentId) || {}
  return [from, to].filter((id) => id !== null && id !== undefined)
}

async function loadResolvedConflicts(scope: ProjectScope, events: StoredEvent[]) {
  const ids = events.flatMap((event) =>
    event.type === 'conflict.resolved' ? [event.data.conflictId] : [],
  )
  const rows = await database()
    .db.select({ body: conflict.body })
    .from(conflict)
    .where(and(eq(conflict.projectId, scope.projectId), isAnyOf(conflict.id, ids)))
  return rows.map((row) => row.body)
}

/**
 * Returns the names of sprints, components and versions, including removed ones, whose rows are
 * kept.
 */
async function loadNames({ projectId }: ProjectScope, values: unknown[]) {
  const ids = [...new Set(values.flatMap(uuidsIn))]
  const [sprints, componentsAndVersions] = await Promise.all([
    selectNames(sprint, projectId, ids),
    unionAll(selectNames(component, projectId, ids), selectNames(projectVersion, projectId, ids)),
  ])
  return { sprints, componentsAndVersions }
}

function selectNames(
  table: typeof sprint | typeof component | typeof projectVersion,
  projectId: Id,
  ids: Id[],
) {
  return database()
    .db.select({ id: table.id, name: table.name })
    .from(table)
    .where(and(eq(table.projectId, projectId), isAnyOf(table.id, ids)))
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Returns every UUID in a value. */
function uuidsIn(value: unknown): Id[] {
  if (typeof value === 'string') return UUID.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(uuidsIn) : []
}

async function loadCommandsOfEvents(scope: ProjectScope, events: StoredEvent[]) {
  const ids = [...new Set(events.map((event) => event.commandId))]
  const isUndo = sql<boolean>`${command.type} = 'command.undo'`
  return database()
    .db.select({
      id: command.commandId,
      isUndo,
      changeCount: sql<number>`(${command.lastSeq} - ${command.firstSeq} + 1)::int`,
    })
    .from(command)
    .where(
      and(
        eq(command.projectId, scope.projectId),
        isAnyOf(command.commandId, ids),
        isNotNull(command.firstSeq),
        or(isUndo, gt(command.lastSeq, command.firstSeq)),
      ),
    )
}

/** Returns the ids of authors, assignees and the people in conflicts. */
function peopleInHistory(events: StoredEvent[], conflicts: Conflict[]): Id[] {
  const named = events.flatMap((event) => [event.actor, ...peopleInEvent(event)])
  const participants = conflicts.flatMap((each) => [
    each.personId,
    ...each.fields.map(({ by }) => by),
  ])
  return [...new Set([...named, ...participants])]
}
