import { columnNames } from '@/db/columnNames'
import { EVENT_COLUMNS, type Row } from '@/db/rows'
import { task } from '@/db/schema/project'
import type { Id } from '@/domain/kernel/primitives'
import type { RankPosition } from '@/domain/kernel/rank'
import {
  BACKLOG_NEIGHBOURS_QUERY,
  NEIGHBOURS_QUERY,
  PREVIOUS_POSITIONS_QUERY,
} from './neighbourQueries'
import type { ProjectBatch } from './projectBatch'
import type { ReadSet } from './readSet'

/**
 * One thing that a batch reads. To read more, add an entry to `READ_QUERIES`: its name becomes a field of
 * `LoadedRows`. All that is wanted goes in one statement, and a read that nobody wants is left out of
 * it, so one more costs those nothing who do without.
 */
export interface ReadQuery {
  /** The input rows of a project batch. */
  inputs: (projectBatch: ProjectBatch) => Row[]
  /** Names and types of what those objects hold; several values go as `text`, to be cast. */
  columnTypes?: Record<string, string>
  /**
   * A query from `input`, the input rows of all project batches: `batch`, `project_id`,
   * `workspace_id`, then what `columnTypes` names. Every row it gives carries its `batch`.
   */
  sql: string
}

/**
 * Written so that no index serves it: where statistics lag behind a fresh project, the planner
 * would read all of the project by it instead of a few rows by their ids.
 */
const inProject = (table: string) => `(${table}.project_id = input.project_id) is true`
const qualifiedColumns = (table: string, names: readonly string[]) =>
  names.map((name) => `${table}.${name}`).join(', ')
const idRows = (all: Iterable<string>) => [...all].map((id) => ({ id }))

/**
 * A description can be long: only those that take part are read. Of the others the rules want to
 * know whether there is one, which PostgreSQL tells by its length alone.
 */
const DESCRIPTION_SQL = `case when input.text then t.description when t.description = '' then '' else '…' end`
const TASK_COLUMNS = qualifiedColumns('t', columnNames(task, 'description'))
const HIERARCHY_COLUMNS = qualifiedColumns('t', [
  'id',
  'project_id',
  'type',
  'parent_id',
  'archived_at',
])
const QUALIFIED_EVENT_COLUMNS = qualifiedColumns('e', EVENT_COLUMNS)

/** Whether a place's neighbour may be gone by the time its command's turn comes in the batch. */
function mayNeighbourMove(readSet: ReadSet, { after, before }: RankPosition): boolean {
  const { statusTasks, sprintTasks, componentOrVersionTasks, childTasks, commentsAndWorklogsOf } =
    readSet
  const isInBatch = (id?: Id) => id !== undefined && readSet.taskBaseVersions.has(id)
  const unnamedTasks =
    statusTasks.size +
    sprintTasks.size +
    componentOrVersionTasks.size +
    childTasks.size +
    commentsAndWorklogsOf.size
  return unnamedTasks > 0 || isInBatch(after) || isInBatch(before)
}

/** Tasks and their children. */
const TASKS_AND_CHILDREN = `select batch, project_id, id from input union all
  select input.batch, input.project_id, t.id from input join task t on t.parent_id = input.id and ${inProject('t')}`

export const READ_QUERIES = {
  commands: {
    inputs: ({ readSet }) => idRows(readSet.commandIds),
    columnTypes: { id: 'uuid' },
    sql: `select input.batch, c.* from input
      join command c on c.project_id = input.project_id and c.command_id = input.id`,
  },
  project: {
    inputs: () => [{}],
    sql: `select input.batch, p.* from input
      join project p on p.id = input.project_id and (p.workspace_id = input.workspace_id) is true`,
  },
  statuses: {
    inputs: () => [{}],
    sql: 'select input.batch, s.* from input join status s on s.project_id = input.project_id order by s.rank',
  },
  tasks: {
    inputs: ({ readSet }) =>
      [...readSet.taskBaseVersions.keys()].map((id) => ({
        id,
        text: readSet.descriptions.has(id) || undefined,
      })),
    columnTypes: { id: 'uuid', text: 'bool' },
    sql: `select input.batch, ${TASK_COLUMNS}, ${DESCRIPTION_SQL} as description
      from input join task t on t.id = input.id and ${inProject('t')}`,
  },
  /** Of tasks, and of the project itself where `id` is null. */
  concurrentEvents: {
    inputs: ({ readSet }) => {
      const behind = [...readSet.taskBaseVersions].filter(
        ([, base]) => base < Number.MAX_SAFE_INTEGER,
      )
      const ofTasks = behind.map(([id, base]) => ({ id, base }))
      return readSet.projectBaseVersion === null
        ? ofTasks
        : [...ofTasks, { base: readSet.projectBaseVersion }]
    },
    columnTypes: { id: 'uuid', base: 'bigint' },
    sql: `select * from (
      select input.batch, ${QUALIFIED_EVENT_COLUMNS} from input
        join event e on e.task_id = input.id and e.version > input.base and ${inProject('e')}
      union all
      select input.batch, ${QUALIFIED_EVENT_COLUMNS} from input join event e on input.id is null
        and e.project_id = input.project_id and e.task_id is null and e.version > input.base) e
      order by seq`,
  },
  people: {
    inputs: ({ commands, readSet }) =>
      idRows(new Set([...commands.map(({ scope }) => scope.person.id), ...readSet.people])),
    columnTypes: { id: 'uuid' },
    sql: `select input.batch, p.id, p.role, p.role_since, p.former_role, p.removed_at,
        p.time_zone
      from input join person p on p.id = input.id and (p.workspace_id = input.workspace_id) is true`,
  },
  neighbours: {
    inputs: ({ readSet }) =>
      [...readSet.positions].map(([commandId, { taskIds, statusId, position }]) => ({
        command_id: commandId,
        task_id: taskIds[0],
        status_id: statusId,
        after_id: position.after,
        before_id: position.before,
        neighbour_may_move: mayNeighbourMove(readSet, position),
        target_end: position.end ?? 'bottom',
      })),
    columnTypes: {
      command_id: 'uuid',
      task_id: 'uuid',
      status_id: 'text',
      after_id: 'uuid',
      before_id: 'uuid',
      neighbour_may_move: 'bool',
      target_end: 'text',
    },
    sql: NEIGHBOURS_QUERY,
  },
  /** The same as neighbours, in the backlog order. */
  backlogNeighbours: {
    inputs: ({ readSet }) =>
      [...readSet.backlogPositions].map(([commandId, { taskIds, statusId, position }]) => ({
        command_id: commandId,
        task_ids: taskIds,
        sprint_id: statusId || undefined,
        after_id: position.after,
        before_id: position.before,
        neighbour_may_move: mayNeighbourMove(readSet, position),
        target_end: position.end ?? 'bottom',
      })),
    columnTypes: {
      command_id: 'uuid',
      task_ids: 'text',
      sprint_id: 'uuid',
      after_id: 'uuid',
      before_id: 'uuid',
      neighbour_may_move: 'bool',
      target_end: 'text',
    },
    sql: BACKLOG_NEIGHBOURS_QUERY,
  },
  /** Whether an earlier place of a task is taken, and what stands behind it. */
  previousPositions: {
    inputs: ({ readSet }) =>
      readSet.previousPositions.map(({ taskId, statusId, rank }) => ({
        task_id: taskId,
        status_id: statusId,
        rank,
      })),
    columnTypes: { task_id: 'uuid', status_id: 'text', rank: 'text' },
    sql: PREVIOUS_POSITIONS_QUERY,
  },
  sprints: {
    inputs: ({ readSet }) => (readSet.sprints ? [{}] : []),
    sql: 'select input.batch, s.* from input join sprint s on s.project_id = input.project_id order by s.rank',
  },
  components: {
    inputs: ({ readSet }) => (readSet.componentsAndVersions ? [{}] : []),
    sql: `select input.batch, c.* from input join component c on c.project_id = input.project_id
      order by c.id`,
  },
  fixVersions: {
    inputs: ({ readSet }) => (readSet.componentsAndVersions ? [{}] : []),
    sql: `select input.batch, v.* from input join project_version v on v.project_id = input.project_id
      order by v.id`,
  },
  /** The tasks of components and versions that all take part, archived ones too. */
  componentOrVersionTasks: {
    inputs: ({ readSet }) => idRows(readSet.componentOrVersionTasks),
    columnTypes: { id: 'uuid' },
    sql: `select input.batch, ${TASK_COLUMNS} from input join lateral (
        select * from task where components <> '{}' and components @> array[input.id]
        union
        select * from task where fix_versions <> '{}' and fix_versions @> array[input.id]
        union
        select * from task
        where affected_versions <> '{}' and affected_versions @> array[input.id]
      ) t on ${inProject('t')}`,
  },
  /** The children of tasks that go with them, archived ones too, whole. */
  childTasks: {
    inputs: ({ readSet }) => idRows(readSet.childTasks),
    columnTypes: { id: 'uuid' },
    sql: `select input.batch, ${TASK_COLUMNS}, t.description
      from input join task t on t.parent_id = input.id and ${inProject('t')}`,
  },
  commentsOfTasks: {
    inputs: ({ readSet }) => idRows(readSet.commentsAndWorklogsOf),
    columnTypes: { id: 'uuid' },
    sql: `select input.batch, c.* from (${TASKS_AND_CHILDREN}) input
      join comment c on c.task_id = input.id and c.deleted_at is null and ${inProject('c')}
      order by c.created_at, c.id`,
  },
  worklogsOfTasks: {
    inputs: ({ readSet }) => idRows(readSet.commentsAndWorklogsOf),
    columnTypes: { id: 'uuid' },
    sql: `select input.batch, l.* from (${TASKS_AND_CHILDREN}) input
      join worklog l on l.task_id = input.id and l.deleted_at is null and ${inProject('l')}
      order by l.created_at, l.id`,
  },
  /** The tasks of sprints that all take part. */
  sprintTasks: {
    inputs: ({ readSet }) => idRows(readSet.sprintTasks),
    columnTypes: { id: 'uuid' },
    sql: `select input.batch, ${TASK_COLUMNS} from input
      join task t on t.project_id = input.project_id and t.sprint_id = input.id`,
  },
  /** Tasks with all that stand above them; should foreign data hold a cycle, each comes once. */
  ancestors: {
    inputs: ({ readSet }) => idRows(readSet.hierarchy.ancestors),
    columnTypes: { id: 'uuid' },
    sql: `select * from (with recursive up as (
        select input.batch, ${HIERARCHY_COLUMNS} from input join task t on t.id = input.id and ${inProject('t')}
        union
        select u.batch, ${HIERARCHY_COLUMNS} from up u
          join task t on t.id = u.parent_id and (t.project_id = u.project_id) is true
      ) select * from up) up`,
  },
  children: {
    inputs: ({ readSet }) => idRows(readSet.hierarchy.children),
    columnTypes: { id: 'uuid' },
    sql: `select input.batch, ${HIERARCHY_COLUMNS} from input join task t on t.parent_id = input.id and ${inProject('t')}`,
  },
  comments: {
    inputs: ({ readSet }) => idRows(readSet.comments),
    columnTypes: { id: 'uuid' },
    sql: `select input.batch, c.* from input join comment c on c.id = input.id and ${inProject('c')}`,
  },
  /** With the time zone of their authors. */
  worklogs: {
    inputs: ({ readSet }) => idRows(readSet.worklogs),
    columnTypes: { id: 'uuid' },
    sql: `select input.batch, l.*, p.time_zone from input
      join worklog l on l.id = input.id and ${inProject('l')} left join person p on p.id = l.author`,
  },
  timeLock: {
    inputs: ({ readSet }) => (readSet.timeLock ? [{}] : []),
    sql: 'select input.batch, s.locked_until from input join workspace s on s.id = input.workspace_id',
  },
  conflicts: {
    inputs: ({ readSet }) => idRows(readSet.conflicts),
    columnTypes: { id: 'uuid' },
    sql: `select input.batch, c.body from input join conflict c on c.id = input.id and ${inProject('c')}`,
  },
  /** The tasks of columns that all move. */
  statusTasks: {
    inputs: ({ readSet }) => idRows(readSet.statusTasks),
    columnTypes: { id: 'text' },
    sql: `select input.batch, ${TASK_COLUMNS} from input
      join task t on t.project_id = input.project_id and t.status_id = input.id and t.archived_at is null
      order by t.rank, t.number`,
  },
  importedTasks: {
    inputs: ({ readSet }) => idRows(readSet.importedTasks),
    columnTypes: { id: 'uuid' },
    sql: `select input.batch, input.id,
        (select max(e.at) from event e where e.task_id = input.id and e.imported
          and e.type like 'task.%' and ${inProject('e')}) as imported_until,
        array(select c.id from comment c where c.task_id = input.id and ${inProject('c')}) as comments,
        array(select l.id from worklog l where l.task_id = input.id and ${inProject('l')}) as worklogs
      from input`,
  },
  projectKeys: {
    inputs: ({ readSet }) => [...readSet.projectKeys].map((key) => ({ key })),
    columnTypes: { key: 'text' },
    sql: `select input.batch, p.key from input
      join project p on p.workspace_id = input.workspace_id and p.key = input.key`,
  },
  /** The project, where another workspace holds its id and a new one is wanted. */
  foreignProject: {
    inputs: ({ readSet }) => (readSet.projectKeys.size > 0 ? [{}] : []),
    sql: `select input.batch from input
      join project p on p.id = input.project_id and (p.workspace_id <> input.workspace_id) is true`,
  },
} satisfies Record<string, ReadQuery>
