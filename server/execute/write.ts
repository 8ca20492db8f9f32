import type { Sql } from 'postgres'
import { columnsOf } from '@/db/columns'
import { component, fixVersion } from '@/db/schema/catalog'
import { sprint } from '@/db/schema/plan'
import { status, task } from '@/db/schema/work'
import type { LoggedEvent } from '@/domain/events'
import { type Link, linkChanges } from '@/domain/task/link'
import type { Id } from '@/domain/words'
import { EVENT_COLUMNS, type Row, toRow } from '../log/rows'
import type { Decided, Ended } from './part'
import { changesOfTotals } from './totals'

/**
 * What a batch writes, all in one statement. Each takes its rows as `$`, a JSON array of them. One
 * that is guarded writes a row only while it still is what the batch was decided on, and returns
 * what it wrote: when that is less than it was given, another process was faster after all, and
 * the statement fails with a serialisation error. What has no rows is left out. To write one more
 * table: an entry here, and its rows in `rowsOf` under the same name.
 */
interface Write {
  statement: string
  isGuarded?: true
}

const all = (table: string) => `select * from json_populate_recordset(null::${table}, $::json)`
const set = (names: string[]) => names.map((name) => `${name} = u.${name}`).join(', ')
const excluded = (names: string[]) => names.map((name) => `${name} = excluded.${name}`).join(', ')

const WRITES = {
  commands: { statement: `insert into command ${all('command')}` },
  newProjects: { statement: `insert into project ${all('project')}` },
  projects: {
    statement: `update project p set ${set(['seq', 'next_number', 'version', 'name', 'parallel_sprints'])}
      from json_to_recordset($::json)
        as u(id uuid, base bigint, seq bigint, next_number int, version int, name text,
          parallel_sprints bool)
      where p.id = u.id and p.seq = u.base returning 1`,
    isGuarded: true,
  },
  events: {
    statement: `insert into event (${EVENT_COLUMNS.join(', ')})
      select ${EVENT_COLUMNS.join(', ')} from json_populate_recordset(null::event, $::json)`,
  },
  statuses: {
    statement: `insert into status ${all('status')} on conflict (project_id, id)
      do update set ${excluded(columnsOf(status, 'project_id', 'id'))}`,
  },
  sprints: {
    statement: `insert into sprint ${all('sprint')} on conflict (project_id, id)
      do update set ${excluded(columnsOf(sprint, 'project_id', 'id'))}`,
  },
  components: {
    statement: `insert into component ${all('component')} on conflict (project_id, id)
      do update set ${excluded(columnsOf(component, 'project_id', 'id'))}`,
  },
  fixVersions: {
    statement: `insert into fix_version ${all('fix_version')} on conflict (project_id, id)
      do update set ${excluded(columnsOf(fixVersion, 'project_id', 'id'))}`,
  },
  totals: {
    statement: `insert into planned ${all('planned')} on conflict (project_id, sprint_id, status_id)
      do update set tasks = planned.tasks + excluded.tasks,
        points = planned.points + excluded.points,
        unestimated = planned.unestimated + excluded.unestimated`,
  },
  newLinks: { statement: `insert into link ${all('link')}` },
  goneLinks: {
    statement: `delete from link l using json_populate_recordset(null::link, $::json) u
      where l.project_id = u.project_id and l.task_id = u.task_id
        and l.kind = u.kind and l.target = u.target`,
  },
  newTasks: { statement: `insert into task ${all('task')}` },
  moves: {
    statement: `update task t set ${set(['status_id', 'rank', 'version', 'updated_at'])}
      from json_to_recordset($::json) as u(id uuid, project_id uuid, base int, status_id text,
        rank text, version int, updated_at timestamptz)
      where t.id = u.id and (t.project_id = u.project_id) is true and t.version = u.base returning 1`,
    isGuarded: true,
  },
  /** Those without a description keep theirs. */
  tasks: {
    statement: `update task t set ${set(columnsOf(task, 'id', 'project_id', 'description', 'created_at'))},
        description = coalesce(u.description, t.description)
      from json_array_elements($::json) as j cross join lateral json_populate_record(null::task, j) u
      where t.id = u.id and (t.project_id = u.project_id) is true
        and t.version = (j->>'base')::int returning 1`,
    isGuarded: true,
  },
  comments: {
    statement: `insert into comment ${all('comment')} on conflict (id, project_id)
      do update set ${excluded(['body', 'edited_at', 'deleted_at'])}`,
  },
  worklogs: {
    statement: `insert into worklog ${all('worklog')} on conflict (id, project_id)
      do update set ${excluded(['seconds', 'started_at', 'note', 'taken', 'edited_at', 'deleted_at'])}`,
  },
  conflicts: {
    statement: `insert into conflict ${all('conflict')} on conflict (id, project_id)
      do update set ${excluded(['body', 'resolved_at'])}`,
  },
} satisfies Record<string, Write>

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
    const { statement, isGuarded }: Write = WRITES[name]
    const parameter = `$${given.push(JSON.stringify(rows))}::json`
    statements.push(`"${name}" as (${statement.replace('$::json', () => parameter)})`)
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
  const planned = new Set(events.map(({ data }) => ('sprintId' in data ? data.sprintId : '')))
  const sprints = project?.sprints.filter((each) => planned.has(each.id)) ?? []
  const statuses = project?.statuses.filter((each) => !before.statuses.has(each)) ?? []
  return {
    commands: ended.map((each) => commandRow(projectId, each)),
    newProjects: isNew ? head : [],
    projects: isNew ? [] : head,
    events: events.map((event) => toRow(event)),
    statuses: statuses.map((each) => toRow(each, here)),
    sprints: sprints.map((each) => toRow(each, here)),
    ...catalogRows(projectId, working),
    totals: totals.map((each) => ({ ...here, ...each })),
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
  const moved = new Set<Id>()
  const edited = new Set<Id>()
  for (const event of events) {
    const { taskId, version } = event
    if (taskId && version !== null) (onlyMoves(event) ? moved : edited).add(taskId)
  }
  const texts = new Set(events.filter(writesText).map((event) => event.taskId))
  const row = (id: Id, extra?: Row) => {
    const found = tasks.get(id)
    const base = before.versions.get(id)
    return found ? [toRow(found, { project_id: projectId, base, ...extra })] : []
  }
  const moveRow = (id: Id): Row[] => {
    const found = tasks.get(id)
    if (!found) return []
    const { statusId: status_id, rank, version, updatedAt: updated_at } = found
    const base = before.versions.get(id)
    return [{ id, project_id: projectId, base, status_id, rank, version, updated_at }]
  }
  const isNew = (id: Id) => !before.versions.has(id)
  return {
    newTasks: [...edited].filter(isNew).flatMap((id) => row(id)),
    moves: [...moved].filter((id) => !edited.has(id)).flatMap((id) => moveRow(id)),
    tasks: [...edited]
      .filter((id) => !isNew(id))
      .flatMap((id) => row(id, texts.has(id) ? {} : { description: null })),
  }
}

/** Whether it changes nothing of a task but its place. */
const onlyMoves = ({ type, data }: LoggedEvent) =>
  type === 'task.moved' && !('set' in data) && !('sets' in data)

const writesText = (event: LoggedEvent) =>
  event.type === 'task.edited' && event.data.set?.description !== undefined
