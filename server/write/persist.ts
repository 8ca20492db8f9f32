import { type SQL, sql } from 'drizzle-orm'
import {
  type CompiledStatement,
  compileStatement,
  type PipelinedTransaction,
} from '@/db/pipelinedTransaction'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import { diffLinks, type Link } from '@/domain/task/link'
import { changesOnlyPosition } from '@/domain/task/positionEvents'
import type { DecidedBatch, DecidedCommand } from './projectBatch'
import { sprintTotalsDeltas } from './sprintTotals'
import { swimlaneCountDeltas } from './swimlaneCounts'
import { WRITE_STATEMENTS, type WrittenRows } from './writeStatements'

type WriteName = keyof WrittenRows
type RowsByWrite = { [N in WriteName]: WrittenRows[N][] }
const WRITE_NAMES = Object.keys(WRITE_STATEMENTS) as WriteName[]

/**
 * Writes a decided batch in one statement.
 * @throws the driver's error; 40001 when another process changed a version or a `seq`: the
 * transaction rolls back, and the batch is decided again
 */
export async function persist(tx: PipelinedTransaction, decided: DecidedBatch[]): Promise<void> {
  const rowsOfBatches = decided.filter(({ newlyDecided }) => newlyDecided.length > 0).map(rowsOf)
  const names: WriteName[] = []
  const values: Record<string, string | number> = { expectedRows: 0 }
  let expectedRows = 0
  const addRows = <N extends WriteName>(name: N) => {
    const rows = rowsOfBatches.flatMap((rowsByWrite): WrittenRows[N][] => rowsByWrite[name])
    if (rows.length === 0) return
    names.push(name)
    Object.assign(values, WRITE_STATEMENTS[name].values(rows))
    if (WRITE_STATEMENTS[name].isGuarded) expectedRows += rows.length
  }
  for (const name of WRITE_NAMES) addRows(name)
  // Sent without waiting for a reply, so that the commit follows in the same round trip.
  if (names.length > 0) await tx.send(statementFor(names), { ...values, expectedRows })
}

/**
 * Compiled statements by the names of their writes: batches that write the same tables share a
 * statement.
 */
const compiledStatements = new Map<string, CompiledStatement>()

function statementFor(names: WriteName[]): CompiledStatement {
  const key = names.join(' ')
  const known = compiledStatements.get(key)
  if (known) return known
  const compiled = compileStatement(writeAll(names))
  compiledStatements.set(key, compiled)
  return compiled
}

function writeAll(names: WriteName[]): SQL {
  const writes = names.map(
    (name) => sql`${sql.identifier(name)} as (${WRITE_STATEMENTS[name].statement})`,
  )
  const counts = names
    .filter((name) => WRITE_STATEMENTS[name].isGuarded)
    .map((name) => sql`(select count(*) from ${sql.identifier(name)})`)
  const check =
    counts.length > 0
      ? sql`expect_rows(${sql.join(counts, sql` + `)}, ${sql.placeholder('expectedRows')}::bigint)`
      : sql`1`
  return sql`with ${sql.join(writes, sql`, `)} select ${check}`
}

function rowsOf({ projectId, unitOfWork, baseline, newlyDecided }: DecidedBatch): RowsByWrite {
  const { events, project } = unitOfWork
  const isNew = baseline.seq === 0
  const projectRow =
    events.length > 0 && project ? [{ ...project, seq: unitOfWork.seq, base: baseline.seq }] : []
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
  const ofProject = <T extends object>(row: T) => ({ ...row, projectId })
  return {
    commands: newlyDecided.map((each) => commandRow(projectId, each)),
    newProjects: isNew ? projectRow : [],
    projects: isNew ? [] : projectRow,
    events,
    statuses: statuses.map(ofProject),
    sprints: sprints.map(ofProject),
    ...componentAndVersionRows(projectId, unitOfWork),
    sprintTotals: sprintTotals.map(ofProject),
    swimlaneCounts: swimlaneCounts.map(ofProject),
    ...linkRows(projectId, unitOfWork, changedTaskIds),
    ...taskRows(projectId, unitOfWork, baseline),
    comments: [...unitOfWork.comments.values()]
      .filter(({ id }) => changedComments.has(id))
      .map(ofProject),
    worklogs: [...unitOfWork.worklogs.values()]
      .filter(({ id }) => changedWorklogs.has(id))
      .map(ofProject),
    conflicts: events.some(({ type }) => type.startsWith('conflict.'))
      ? conflictRows(projectId, unitOfWork)
      : [],
  }
}

function commandRow(
  projectId: Id,
  { envelope, actor, decision, events, at }: DecidedCommand,
): WrittenRows['commands'] {
  return {
    projectId,
    commandId: envelope.commandId,
    actor,
    type: envelope.command.type,
    outcome: decision.outcome,
    firstSeq: events[0]?.seq ?? null,
    lastSeq: events.at(-1)?.seq ?? null,
    rejection: decision.rejection ?? null,
    taskResults: decision.taskResults ?? null,
    at,
  }
}

function conflictRows(
  projectId: Id,
  { conflicts, project }: DecidedBatch['unitOfWork'],
): WrittenRows['conflicts'][] {
  if (!project) return []
  const { workspaceId } = project
  return [...conflicts.values()].map((conflict) => {
    const { id, taskId, personId, resolved } = conflict
    const resolvedAt = resolved?.at ?? null
    return { projectId, workspaceId, id, taskId, personId, body: conflict, resolvedAt }
  })
}

function componentAndVersionRows(projectId: Id, { events, project }: DecidedBatch['unitOfWork']) {
  const changed = new Set(
    events.flatMap(({ data }) => [
      'componentId' in data ? data.componentId : '',
      'versionId' in data ? data.versionId : '',
    ]),
  )
  const rows = <T extends { id: Id }>(all: T[] = []) =>
    all.filter(({ id }) => changed.has(id)).map((each) => ({ ...each, projectId }))
  return { components: rows(project?.components), versions: rows(project?.versions) }
}

function linkRows(
  projectId: Id,
  { project, loadedTasks, tasks }: DecidedBatch['unitOfWork'],
  changed: Iterable<Id>,
) {
  const newLinks: WrittenRows['newLinks'][] = []
  const removedLinks: WrittenRows['removedLinks'][] = []
  if (!project) return { newLinks, removedLinks }
  const { workspaceId } = project
  for (const taskId of changed) {
    const { added, removed } = diffLinks(loadedTasks.get(taskId), tasks.get(taskId))
    const row = (link: Link) => ({ workspaceId, projectId, taskId, ...link })
    newLinks.push(...added.map(row))
    removedLinks.push(...removed.map(row))
  }
  return { newLinks, removedLinks }
}

function taskRows(
  projectId: Id,
  { events, tasks }: DecidedBatch['unitOfWork'],
  baseline: DecidedBatch['baseline'],
): Pick<RowsByWrite, 'newTasks' | 'taskPositions' | 'tasks'> {
  const movedIds = new Set<Id>()
  const editedIds = new Set<Id>()
  for (const event of events) {
    const { taskId, version } = event
    if (taskId && version !== null) (changesOnlyPosition(event) ? movedIds : editedIds).add(taskId)
  }
  const describedIds = new Set(events.filter(changesDescription).map((event) => event.taskId))
  const rows: Pick<RowsByWrite, 'newTasks' | 'taskPositions' | 'tasks'> = {
    newTasks: [],
    taskPositions: [],
    tasks: [],
  }
  for (const id of movedIds) {
    const [task, base] = [tasks.get(id), baseline.versions.get(id)]
    if (task && base !== undefined && !editedIds.has(id))
      rows.taskPositions.push({ ...task, projectId, base })
  }
  for (const id of editedIds) {
    const [task, base] = [tasks.get(id), baseline.versions.get(id)]
    if (task && base === undefined) rows.newTasks.push({ ...task, projectId })
    if (!task || base === undefined) continue
    const description = describedIds.has(id) ? task.description : null
    rows.tasks.push({ ...task, description, projectId, base })
  }
  return rows
}

const changesDescription = (event: StoredEvent) =>
  event.type === 'task.edited' && event.data.set?.description !== undefined
