import type { Sql } from 'postgres'
import { type Row, toRow } from '@/db/rows'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import { diffLinks, type Link } from '@/domain/task/link'
import type { DecidedBatch, DecidedCommand } from './projectBatch'
import { sprintTotalsDeltas } from './sprintTotals'
import { swimlaneCountDeltas } from './swimlaneCounts'
import { unnest } from './unnest'
import { WRITE_STATEMENTS, type WriteStatement } from './writeStatements'

type WriteName = keyof typeof WRITE_STATEMENTS
type RowsByWrite = Record<WriteName, Row[]>
const WRITE_NAMES = Object.keys(WRITE_STATEMENTS) as WriteName[]

/**
 * Writes a decided batch, in one statement.
 * @throws the driver's error; 40001 when another process moved a version or a seq after all: the
 * transaction rolls back then, and the batch is decided again
 */
export async function persist(sql: Sql, decided: DecidedBatch[]): Promise<void> {
  const rowsOfBatches = decided.filter(({ newlyDecided }) => newlyDecided.length > 0).map(rowsOf)
  const statements: string[] = []
  const parameters: (string | number)[] = []
  const counts: string[] = []
  let expectedRows = 0
  for (const name of WRITE_NAMES) {
    const rows = rowsOfBatches.flatMap((one) => one[name])
    if (rows.length === 0) continue
    const { statement, isGuarded, columnTypes }: WriteStatement = WRITE_STATEMENTS[name]
    const parameter = columnTypes
      ? unnest(rows, columnTypes, parameters)
      : `$${parameters.push(JSON.stringify(rows))}::json`
    statements.push(
      `"${name}" as (${statement.replace(columnTypes ? '$rows' : '$::json', () => parameter)})`,
    )
    if (!isGuarded) continue
    counts.push(`(select count(*) from "${name}")`)
    expectedRows += rows.length
  }
  if (statements.length === 0) return
  const checkSql =
    counts.length > 0
      ? `expect_rows(${counts.join(' + ')}, $${parameters.push(expectedRows)}::bigint)`
      : '1'
  // Sent at once, so that the commit goes behind it.
  await sql
    .unsafe(`with ${statements.join(', ')} select ${checkSql}`, parameters, { prepare: true })
    .execute()
}

function rowsOf({ projectId, unitOfWork, baseline, newlyDecided }: DecidedBatch): RowsByWrite {
  const { events, project } = unitOfWork
  const projectColumn = { project_id: projectId }
  const isNew = baseline.seq === 0
  const listColumns = { statuses: null, sprints: null, components: null, fix_versions: null }
  const projectRow =
    events.length > 0 && project
      ? [toRow(project, { seq: unitOfWork.seq, base: baseline.seq, ...listColumns })]
      : []
  const changedComments = new Set(
    events.map(({ data }) => ('commentId' in data ? data.commentId : '')),
  )
  const changedWorklogs = new Set(
    events.map(({ data }) => ('worklogId' in data ? data.worklogId : '')),
  )
  const changedTaskIds = new Set(events.flatMap((event) => event.taskId ?? []))
  const sprintTotals = sprintTotalsDeltas(unitOfWork.loadedTasks, unitOfWork.tasks, changedTaskIds)
  const swimlaneCounts = swimlaneCountDeltas(
    unitOfWork.loadedTasks,
    unitOfWork.tasks,
    changedTaskIds,
  )
  const changedSprints = new Set(
    events.map(({ data }) => ('sprintId' in data ? data.sprintId : '')),
  )
  const sprints = project?.sprints.filter((each) => changedSprints.has(each.id)) ?? []
  const statuses = project?.statuses.filter((each) => !baseline.statuses.has(each)) ?? []
  return {
    commands: newlyDecided.map((each) => commandRow(projectId, each)),
    newProjects: isNew ? projectRow : [],
    projects: isNew ? [] : projectRow,
    events: events.map(eventRow),
    statuses: statuses.map((each) => toRow(each, projectColumn)),
    sprints: sprints.map((each) => toRow(each, projectColumn)),
    ...componentAndVersionRows(projectId, unitOfWork),
    sprintTotals: sprintTotals.map((each) => ({ ...projectColumn, ...each })),
    swimlaneCounts: swimlaneCounts.map((each) => ({ ...projectColumn, ...each })),
    ...linkRows(projectId, unitOfWork, changedTaskIds),
    ...taskRows(projectId, unitOfWork, baseline),
    comments: [...unitOfWork.comments.values()]
      .filter(({ id }) => changedComments.has(id))
      .map((comment) => toRow(comment, projectColumn)),
    worklogs: [...unitOfWork.worklogs.values()]
      .filter(({ id }) => changedWorklogs.has(id))
      .map((worklog) => toRow(worklog, projectColumn)),
    conflicts: events.some(({ type }) => type.startsWith('conflict.'))
      ? [...unitOfWork.conflicts.values()].map((conflict) => ({
          ...projectColumn,
          id: conflict.id,
          task_id: conflict.taskId,
          person_id: conflict.personId,
          body: conflict,
          resolved_at: conflict.resolved?.at ?? null,
        }))
      : [],
  }
}

function eventRow(event: StoredEvent): Row {
  return {
    project_id: event.projectId,
    seq: event.seq,
    task_id: event.taskId,
    version: event.version,
    type: event.type,
    actor: event.actor,
    at: event.at,
    command_id: event.commandId,
    client_id: event.clientId,
    imported: event.imported,
    data: event.data,
  }
}

function commandRow(projectId: Id, { envelope, actor, decision, events, at }: DecidedCommand): Row {
  return {
    project_id: projectId,
    command_id: envelope.commandId,
    actor,
    type: envelope.command.type,
    outcome: decision.outcome,
    first_seq: events[0]?.seq ?? null,
    last_seq: events.at(-1)?.seq ?? null,
    rejection: decision.rejection ?? null,
    task_results: decision.taskResults ?? null,
    at,
  }
}

function componentAndVersionRows(project_id: Id, { events, project }: DecidedBatch['unitOfWork']) {
  const idsNamed = (key: string) =>
    new Set(events.map(({ data }) => (data as Record<string, unknown>)[key] ?? ''))
  const [components, versions] = [idsNamed('componentId'), idsNamed('versionId')]
  const rows = (all: { id: Id }[] = [], ids: Set<unknown>) =>
    all.filter(({ id }) => ids.has(id)).map((each) => toRow(each, { project_id }))
  return {
    components: rows(project?.components, components),
    fixVersions: rows(project?.fixVersions, versions),
  }
}

function linkRows(project_id: Id, unitOfWork: DecidedBatch['unitOfWork'], changed: Iterable<Id>) {
  const newLinks: Row[] = []
  const removedLinks: Row[] = []
  for (const task_id of changed) {
    const { added, gone } = diffLinks(
      unitOfWork.loadedTasks.get(task_id),
      unitOfWork.tasks.get(task_id),
    )
    const row = (link: Link): Row => {
      return { workspace_id: unitOfWork.project?.workspaceId, project_id, task_id, ...link }
    }
    newLinks.push(...added.map(row))
    removedLinks.push(...gone.map(row))
  }
  return { newLinks, removedLinks }
}

function taskRows(
  projectId: Id,
  { events, tasks }: DecidedBatch['unitOfWork'],
  baseline: DecidedBatch['baseline'],
) {
  const movedIds = new Set<Id>()
  const editedIds = new Set<Id>()
  for (const event of events) {
    const { taskId, version } = event
    if (taskId && version !== null) (changesOnlyPosition(event) ? movedIds : editedIds).add(taskId)
  }
  const describedIds = new Set(events.filter(changesDescription).map((event) => event.taskId))
  const row = (id: Id, extra?: Row) => {
    const found = tasks.get(id)
    const base = baseline.versions.get(id)
    return found ? [toRow(found, { project_id: projectId, base, ...extra })] : []
  }
  const positionRow = (id: Id): Row[] => {
    const found = tasks.get(id)
    if (!found) return []
    const { statusId, rank, sprintId, backlogRank, version, updatedAt } = found
    const position = { status_id: statusId, rank, sprint_id: sprintId, backlog_rank: backlogRank }
    const base = baseline.versions.get(id)
    return [{ id, project_id: projectId, base, ...position, version, updated_at: updatedAt }]
  }
  const isNew = (id: Id) => !baseline.versions.has(id)
  return {
    newTasks: [...editedIds].filter(isNew).flatMap((id) => row(id)),
    taskPositions: [...movedIds].filter((id) => !editedIds.has(id)).flatMap(positionRow),
    tasks: [...editedIds]
      .filter((id) => !isNew(id))
      .flatMap((id) => row(id, describedIds.has(id) ? {} : { description: null })),
  }
}

/** Whether it changes nothing of a task but its positions. */
const changesOnlyPosition = ({ type, data }: StoredEvent) =>
  type === 'task.planned' || (type === 'task.moved' && !('set' in data) && !('sets' in data))

const changesDescription = (event: StoredEvent) =>
  event.type === 'task.edited' && event.data.set?.description !== undefined
