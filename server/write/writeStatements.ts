import { type Column, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import {
  assignments,
  columnNames,
  excluded,
  type InputRow,
  recordset,
  recordsetJson,
  unnest,
  unnestValues,
} from '@/db/inputRows'
import { cardColumns, eventColumns } from '@/db/rowColumns'
import { component, projectVersion } from '@/db/schema/componentsAndVersions'
import { command, event } from '@/db/schema/eventLog'
import { link } from '@/db/schema/link'
import { comment, conflict, project, status, task, worklog } from '@/db/schema/project'
import { sprint, sprintTotals, swimlaneCount } from '@/db/schema/sprint'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import type { Project } from '@/domain/project/project'
import type { Task } from '@/domain/task/task'

/** The rows that a batch writes, by table. */
export interface WrittenRows {
  commands: typeof command.$inferSelect
  newProjects: typeof project.$inferSelect
  projects: Pick<Project, 'id' | 'nextNumber' | 'version' | 'name' | 'parallelSprints'> & {
    seq: number
    /** The seq that the batch was decided on. */
    base: number
  }
  events: StoredEvent
  statuses: typeof status.$inferSelect
  sprints: typeof sprint.$inferSelect
  components: typeof component.$inferSelect
  versions: typeof projectVersion.$inferSelect
  sprintTotals: typeof sprintTotals.$inferSelect
  swimlaneCounts: typeof swimlaneCount.$inferSelect
  newLinks: typeof link.$inferSelect
  removedLinks: typeof link.$inferSelect
  newTasks: typeof task.$inferSelect
  /** Tasks that change only their positions on the board and in the backlog. */
  taskPositions: Pick<Task, keyof typeof POSITION_CHANGES> & TaskVersion
  /** A null description leaves the stored one unchanged. */
  tasks: Omit<Task, 'description'> & { description: string | null } & TaskVersion
  comments: typeof comment.$inferSelect
  worklogs: typeof worklog.$inferSelect
  conflicts: typeof conflict.$inferSelect
}

/** A task with the version that the batch was decided on. */
interface TaskVersion {
  id: Id
  projectId: Id
  base: number
}

/**
 * One write of a batch; all of them are sent as one statement, without those that have no rows. A
 * guarded write changes a row only while its version is the one that the batch was decided on, and
 * returns the rows that it wrote. When fewer rows are returned than were given, another process was
 * faster, and the statement fails with a serialisation error. To write one more table, add its rows
 * to `WrittenRows`, an entry here, and the code that fills it to `rowsOf` in persist.ts.
 */
export interface WriteStatement<Row> {
  statement: SQL
  /** The values of its placeholders. */
  values: (rows: Row[]) => Record<string, string>
  isGuarded?: true
}

/** The new value of a column in an `update`, by its key in the given rows. */
const given = (key: string) => sql`u.${sql.identifier(key)}`
const unnestRows = (name: string, columns: Record<string, Column>) =>
  unnest(name, columns, sql.identifier('u'))
/** Assignments of an upsert that replace the stored values. */
const replace = (columns: Record<string, Column>) =>
  assignments(columns, (_, column) => excluded(column))
const add = (columns: Record<string, Column>) =>
  assignments(columns, (_, column) => sql`${column} + ${excluded(column)}`)

/**
 * Inserts rows that are passed as one array per column, which is fast; for tables that nearly every
 * batch writes.
 */
function insertArrays<C extends Record<string, Column>>(
  name: string,
  table: PgTable,
  columns: C,
  onConflict = sql``,
) {
  return {
    statement: sql`insert into ${table} (${columnNames(columns)})
      select * from ${unnestRows(name, columns)} ${onConflict}`,
    values: (rows: InputRow<C>[]) => unnestValues(name, columns, rows),
  }
}

/** Inserts rows that are passed as JSON. */
function insertRecords<T extends PgTable>(name: string, table: T, onConflict = sql``) {
  return {
    statement: sql`insert into ${table} select * from ${recordset(name, table)} ${onConflict}`,
    values: (rows: T['$inferSelect'][]) => ({ [name]: recordsetJson(table, rows) }),
  }
}

/** Replaces the given columns of a row that exists. */
const orReplace = (key: Column[], columns: Record<string, Column>) =>
  sql`on conflict (${keyNames(key)}) do update set ${replace(columns)}`
const keyNames = (key: Column[]) =>
  sql.join(
    key.map(({ name }) => sql.identifier(name)),
    sql`, `,
  )

const { projectId: _status, id: _statusId, ...statusChanges } = getTableColumns(status)
const { projectId: _sprint, id: _sprintId, ...sprintChanges } = getTableColumns(sprint)
const { projectId: _component, id: _componentId, ...componentChanges } = getTableColumns(component)
const { projectId: _version, id: _versionId, ...versionChanges } = getTableColumns(projectVersion)
const { id: _taskId, createdAt: _createdAt, ...taskChanges } = cardColumns
const { seq, nextNumber, version, name, parallelSprints } = getTableColumns(project)
const PROJECT_CHANGES = { seq, nextNumber, version, name, parallelSprints }
const PROJECT_UPDATE = { id: project.id, base: project.seq, ...PROJECT_CHANGES }
const { statusId, rank, sprintId, backlogRank, updatedAt } = getTableColumns(task)
const POSITION_CHANGES = {
  statusId,
  rank,
  sprintId,
  backlogRank,
  version: task.version,
  updatedAt,
}
const POSITION_UPDATE = {
  id: task.id,
  projectId: task.projectId,
  base: task.version,
  ...POSITION_CHANGES,
}
const { body, editedAt, deletedAt } = getTableColumns(comment)
const { seconds, startedAt, note, deductedFromRemaining, ...worklogTimes } =
  getTableColumns(worklog)
const WORKLOG_CHANGES = {
  seconds,
  startedAt,
  note,
  deductedFromRemaining,
  editedAt: worklogTimes.editedAt,
  deletedAt: worklogTimes.deletedAt,
}

export const WRITE_STATEMENTS: { [N in keyof WrittenRows]: WriteStatement<WrittenRows[N]> } = {
  commands: insertArrays('commands', command, getTableColumns(command)),
  newProjects: insertRecords('newProjects', project),
  projects: {
    statement: sql`update ${project} set ${assignments(PROJECT_CHANGES, given)}
      from ${unnestRows('projects', PROJECT_UPDATE)}
      where ${project.id} = ${given('id')} and ${project.seq} = ${given('base')} returning 1`,
    values: (rows) => unnestValues('projects', PROJECT_UPDATE, rows),
    isGuarded: true,
  },
  events: insertArrays('events', event, eventColumns),
  statuses: insertRecords(
    'statuses',
    status,
    orReplace([status.projectId, status.id], statusChanges),
  ),
  sprints: insertRecords(
    'sprints',
    sprint,
    orReplace([sprint.projectId, sprint.id], sprintChanges),
  ),
  components: insertRecords(
    'components',
    component,
    orReplace([component.projectId, component.id], componentChanges),
  ),
  versions: insertRecords(
    'versions',
    projectVersion,
    orReplace([projectVersion.projectId, projectVersion.id], versionChanges),
  ),
  sprintTotals: insertArrays(
    'sprintTotals',
    sprintTotals,
    getTableColumns(sprintTotals),
    sql`on conflict (${keyNames([sprintTotals.projectId, sprintTotals.sprintId, sprintTotals.statusId])})
      do update set ${add({
        tasks: sprintTotals.tasks,
        points: sprintTotals.points,
        unestimated: sprintTotals.unestimated,
      })}`,
  ),
  swimlaneCounts: insertArrays(
    'swimlaneCounts',
    swimlaneCount,
    getTableColumns(swimlaneCount),
    sql`on conflict (${keyNames([
      swimlaneCount.projectId,
      swimlaneCount.groupBy,
      swimlaneCount.swimlane,
      swimlaneCount.statusId,
    ])}) do update set ${add({ tasks: swimlaneCount.tasks })}`,
  ),
  newLinks: insertRecords('newLinks', link),
  removedLinks: {
    statement: sql`delete from ${link} using ${unnestRows('removedLinks', getTableColumns(link))}
      where ${link.projectId} = ${given('projectId')} and ${link.taskId} = ${given('taskId')}
        and ${link.kind} = ${given('kind')} and ${link.target} = ${given('target')}`,
    values: (rows) => unnestValues('removedLinks', getTableColumns(link), rows),
  },
  newTasks: insertRecords('newTasks', task),
  taskPositions: {
    statement: sql`update ${task} set ${assignments(POSITION_CHANGES, given)}
      from ${unnestRows('taskPositions', POSITION_UPDATE)}
      where ${task.id} = ${given('id')} and (${task.projectId} = ${given('projectId')}) is true
        and ${task.version} = ${given('base')} returning 1`,
    values: (rows) => unnestValues('taskPositions', POSITION_UPDATE, rows),
    isGuarded: true,
  },
  tasks: {
    statement: sql`update ${task} set ${assignments(taskChanges, (_, { name }) => given(name))},
        ${sql.identifier(task.description.name)} = coalesce(${given(task.description.name)}, ${task.description})
      from json_array_elements(${sql.placeholder('tasks')}::json) as given
        cross join lateral json_populate_record(null::${task}, given) as u
      where ${task.id} = ${given(task.id.name)}
        and (${task.projectId} = ${given(task.projectId.name)}) is true
        and ${task.version} = (given->>'base')::int returning 1`,
    values: (rows) => ({ tasks: recordsetJson(task, rows) }),
    isGuarded: true,
  },
  comments: insertRecords(
    'comments',
    comment,
    orReplace([comment.id, comment.projectId], { body, editedAt, deletedAt }),
  ),
  worklogs: insertRecords(
    'worklogs',
    worklog,
    orReplace([worklog.id, worklog.projectId], WORKLOG_CHANGES),
  ),
  conflicts: insertRecords(
    'conflicts',
    conflict,
    orReplace([conflict.id, conflict.projectId], {
      body: conflict.body,
      resolvedAt: conflict.resolvedAt,
    }),
  ),
}
