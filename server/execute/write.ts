import type { Sql } from 'postgres'
import type { LoggedEvent } from '@/domain/events'
import { type Link, linkChanges } from '@/domain/task/link'
import type { Id } from '@/domain/words'
import { type Row, toRow } from '../log/rows'
import { unnested } from './arrays'
import { changesOfLanes } from './laneCounts'
import type { Decided, Ended } from './part'
import { changesOfTotals } from './totals'
import { WRITES, type Write } from './writes'

type Name = keyof typeof WRITES
type Rows = Record<Name, Row[]>
const NAMES = Object.keys(WRITES) as Name[]

/**
 * Makes a batch true, in one statement.
 * @throws the driver's error; 40001 when another process moved a version or a seq after all: the
 * transaction rolls back then, and the batch is decided again
 */
export async function write(sql: Sql, decided: Decided[]): Promise<void> {
  const each = decided.filter(({ ended }) => ended.length > 0).map(rowsOf)
  const statements: string[] = []
  const given: (string | number)[] = []
  const counts: string[] = []
  let guarded = 0
  for (const name of NAMES) {
    const rows = each.flatMap((one) => one[name])
    if (rows.length === 0) continue
    const { statement, isGuarded, as }: Write = WRITES[name]
    const parameter = as ? unnested(rows, as, given) : `$${given.push(JSON.stringify(rows))}::json`
    statements.push(
      `"${name}" as (${statement.replace(as ? '$rows' : '$::json', () => parameter)})`,
    )
    if (!isGuarded) continue
    counts.push(`(select count(*) from "${name}")`)
    guarded += rows.length
  }
  if (statements.length === 0) return
  const end =
    counts.length > 0 ? `expect_rows(${counts.join(' + ')}, $${given.push(guarded)}::bigint)` : '1'
  // Sent at once, so that the commit goes behind it.
  await sql
    .unsafe(`with ${statements.join(', ')} select ${end}`, given, { prepare: true })
    .execute()
}

function rowsOf({ projectId, working, before, ended }: Decided): Rows {
  const { events, project } = working
  const here = { project_id: projectId }
  const isNew = before.seq === 0
  const lists = { statuses: null, sprints: null, components: null, fix_versions: null }
  const head =
    events.length > 0 && project
      ? [toRow(project, { seq: working.seq, base: before.seq, ...lists })]
      : []
  const comments = new Set(events.map(({ data }) => ('commentId' in data ? data.commentId : '')))
  const worklogs = new Set(events.map(({ data }) => ('worklogId' in data ? data.worklogId : '')))
  const changed = new Set(events.flatMap((event) => event.taskId ?? []))
  const totals = changesOfTotals(working.before, working.tasks, changed)
  const lanes = changesOfLanes(working.before, working.tasks, changed)
  const planned = new Set(events.map(({ data }) => ('sprintId' in data ? data.sprintId : '')))
  const sprints = project?.sprints.filter((each) => planned.has(each.id)) ?? []
  const statuses = project?.statuses.filter((each) => !before.statuses.has(each)) ?? []
  return {
    commands: ended.map((each) => commandRow(projectId, each)),
    newProjects: isNew ? head : [],
    projects: isNew ? [] : head,
    events: events.map(eventRow),
    statuses: statuses.map((each) => toRow(each, here)),
    sprints: sprints.map((each) => toRow(each, here)),
    ...catalogRows(projectId, working),
    totals: totals.map((each) => ({ ...here, ...each })),
    lanes: lanes.map((each) => ({ ...here, ...each })),
    ...linkRows(projectId, working, changed),
    ...taskRows(projectId, working, before),
    comments: [...working.comments.values()]
      .filter(({ id }) => comments.has(id))
      .map((comment) => toRow(comment, here)),
    worklogs: [...working.worklogs.values()]
      .filter(({ id }) => worklogs.has(id))
      .map((worklog) => toRow(worklog, here)),
    conflicts: events.some(({ type }) => type.startsWith('conflict.'))
      ? [...working.conflicts.values()].map((conflict) => ({
          ...here,
          id: conflict.id,
          task_id: conflict.taskId,
          person_id: conflict.personId,
          body: conflict,
          resolved_at: conflict.resolved?.at ?? null,
        }))
      : [],
  }
}

function eventRow(event: LoggedEvent): Row {
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

function commandRow(projectId: Id, { envelope, actor, decision, events, at }: Ended): Row {
  return {
    project_id: projectId,
    command_id: envelope.commandId,
    actor,
    type: envelope.command.type,
    outcome: decision.outcome,
    first_seq: events[0]?.seq ?? null,
    last_seq: events.at(-1)?.seq ?? null,
    refusal: decision.refusal ?? null,
    results: decision.results ?? null,
    at,
  }
}

function catalogRows(project_id: Id, { events, project }: Decided['working']) {
  const about = (key: string) =>
    new Set(events.map(({ data }) => (data as Record<string, unknown>)[key] ?? ''))
  const [components, versions] = [about('componentId'), about('versionId')]
  const rows = (all: { id: Id }[] = [], ids: Set<unknown>) =>
    all.filter(({ id }) => ids.has(id)).map((each) => toRow(each, { project_id }))
  return {
    components: rows(project?.components, components),
    fixVersions: rows(project?.fixVersions, versions),
  }
}

function linkRows(project_id: Id, working: Decided['working'], changed: Iterable<Id>) {
  const newLinks: Row[] = []
  const goneLinks: Row[] = []
  for (const task_id of changed) {
    const { added, gone } = linkChanges(working.before.get(task_id), working.tasks.get(task_id))
    const row = (link: Link): Row => {
      return { workspace_id: working.project?.workspaceId, project_id, task_id, ...link }
    }
    newLinks.push(...added.map(row))
    goneLinks.push(...gone.map(row))
  }
  return { newLinks, goneLinks }
}

function taskRows(projectId: Id, { events, tasks }: Decided['working'], before: Decided['before']) {
  const placed = new Set<Id>()
  const edited = new Set<Id>()
  for (const event of events) {
    const { taskId, version } = event
    if (taskId && version !== null) (onlyPlaces(event) ? placed : edited).add(taskId)
  }
  const texts = new Set(events.filter(writesText).map((event) => event.taskId))
  const row = (id: Id, extra?: Row) => {
    const found = tasks.get(id)
    const base = before.versions.get(id)
    return found ? [toRow(found, { project_id: projectId, base, ...extra })] : []
  }
  const placeRow = (id: Id): Row[] => {
    const found = tasks.get(id)
    if (!found) return []
    const { statusId, rank, sprintId, planRank, version, updatedAt } = found
    const to = { status_id: statusId, rank, sprint_id: sprintId, plan_rank: planRank }
    const base = before.versions.get(id)
    return [{ id, project_id: projectId, base, ...to, version, updated_at: updatedAt }]
  }
  const isNew = (id: Id) => !before.versions.has(id)
  return {
    newTasks: [...edited].filter(isNew).flatMap((id) => row(id)),
    places: [...placed].filter((id) => !edited.has(id)).flatMap(placeRow),
    tasks: [...edited]
      .filter((id) => !isNew(id))
      .flatMap((id) => row(id, texts.has(id) ? {} : { description: null })),
  }
}

/** Whether it changes nothing of a task but its places. */
const onlyPlaces = ({ type, data }: LoggedEvent) =>
  type === 'task.planned' || (type === 'task.moved' && !('set' in data) && !('sets' in data))

const writesText = (event: LoggedEvent) =>
  event.type === 'task.edited' && event.data.set?.description !== undefined
