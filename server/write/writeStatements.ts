import { columnNames } from '@/db/columnNames'
import type { EVENT_COLUMNS } from '@/db/rows'
import { component, projectVersion } from '@/db/schema/componentsAndVersions'
import { status, task } from '@/db/schema/project'
import { sprint } from '@/db/schema/sprint'

/**
 * What a batch writes, all in one statement. Each takes its rows as `$::json`, a JSON array of them,
 * or as `$rows` where it says their types. One that is guarded writes a row only while it still is
 * what the batch was decided on, and returns what it wrote: when that is less than it was given,
 * another process was faster after all, and the statement fails with a serialisation error. What
 * has no rows is left out. To write one more table: an entry here, and its rows in `rowsOf` of
 * persist.ts under the same name.
 */
export interface WriteStatement {
  statement: string
  isGuarded?: true
  /** Given for what nearly every batch writes: its rows come as `$rows`, an array a column. */
  columnTypes?: Record<string, string>
}

const recordset = (table: string) =>
  `select * from json_populate_recordset(null::${table}, $::json)`
const assignments = (names: string[]) => names.map((name) => `${name} = u.${name}`).join(', ')
const excludedAssignments = (names: string[]) =>
  names.map((name) => `${name} = excluded.${name}`).join(', ')

const COMMAND_COLUMNS = {
  project_id: 'uuid',
  command_id: 'uuid',
  actor: 'uuid',
  type: 'text',
  outcome: 'text',
  first_seq: 'bigint',
  last_seq: 'bigint',
  rejection: 'jsonb',
  task_results: 'jsonb',
  at: 'timestamptz',
}
const EVENT_COLUMN_TYPES = {
  project_id: 'uuid',
  seq: 'bigint',
  task_id: 'uuid',
  version: 'int',
  type: 'text',
  actor: 'uuid',
  at: 'timestamptz',
  command_id: 'uuid',
  client_id: 'uuid',
  imported: 'bool',
  data: 'jsonb',
} satisfies Record<(typeof EVENT_COLUMNS)[number], string>
const TASK_VERSION_COLUMNS = { id: 'uuid', project_id: 'uuid', base: 'int' }
const POSITION_COLUMNS = {
  status_id: 'text',
  rank: 'text',
  sprint_id: 'uuid',
  backlog_rank: 'text',
  version: 'int',
  updated_at: 'timestamptz',
}
const SWIMLANE_COUNT_COLUMNS = {
  project_id: 'uuid',
  group_by: 'text',
  swimlane: 'text',
  status_id: 'text',
  tasks: 'int',
}
const insertInto = (table: string, columnTypes: Record<string, string>) => ({
  statement: `insert into ${table} (${Object.keys(columnTypes).join(', ')}) select * from $rows`,
  columnTypes,
})

export const WRITE_STATEMENTS = {
  commands: insertInto('command', COMMAND_COLUMNS),
  newProjects: { statement: `insert into project ${recordset('project')}` },
  projects: {
    statement: `update project p set ${assignments(['seq', 'next_number', 'version', 'name', 'parallel_sprints'])}
      from json_to_recordset($::json)
        as u(id uuid, base bigint, seq bigint, next_number int, version int, name text,
          parallel_sprints bool)
      where p.id = u.id and p.seq = u.base returning 1`,
    isGuarded: true,
  },
  events: insertInto('event', EVENT_COLUMN_TYPES),
  statuses: {
    statement: `insert into status ${recordset('status')} on conflict (project_id, id)
      do update set ${excludedAssignments(columnNames(status, 'project_id', 'id'))}`,
  },
  sprints: {
    statement: `insert into sprint ${recordset('sprint')} on conflict (project_id, id)
      do update set ${excludedAssignments(columnNames(sprint, 'project_id', 'id'))}`,
  },
  components: {
    statement: `insert into component ${recordset('component')} on conflict (project_id, id)
      do update set ${excludedAssignments(columnNames(component, 'project_id', 'id'))}`,
  },
  fixVersions: {
    statement: `insert into project_version ${recordset('project_version')} on conflict (project_id, id)
      do update set ${excludedAssignments(columnNames(projectVersion, 'project_id', 'id'))}`,
  },
  sprintTotals: {
    statement: `insert into sprint_totals ${recordset('sprint_totals')} on conflict (project_id, sprint_id, status_id)
      do update set tasks = sprint_totals.tasks + excluded.tasks,
        points = sprint_totals.points + excluded.points,
        unestimated = sprint_totals.unestimated + excluded.unestimated`,
  },
  swimlaneCounts: {
    columnTypes: SWIMLANE_COUNT_COLUMNS,
    statement: `insert into swimlane_count (${Object.keys(SWIMLANE_COUNT_COLUMNS).join(', ')}) select * from $rows
      on conflict (project_id, group_by, swimlane, status_id)
      do update set tasks = swimlane_count.tasks + excluded.tasks`,
  },
  newLinks: { statement: `insert into link ${recordset('link')}` },
  removedLinks: {
    statement: `delete from link l using json_populate_recordset(null::link, $::json) u
      where l.project_id = u.project_id and l.task_id = u.task_id
        and l.kind = u.kind and l.target = u.target`,
  },
  newTasks: { statement: `insert into task ${recordset('task')}` },
  /** Tasks of which nothing changes but their places on the board and in the plan. */
  taskPositions: {
    columnTypes: { ...TASK_VERSION_COLUMNS, ...POSITION_COLUMNS },
    statement: `update task t set ${assignments(Object.keys(POSITION_COLUMNS))}
      from $rows where t.id = u.id and (t.project_id = u.project_id) is true and t.version = u.base returning 1`,
    isGuarded: true,
  },
  /** Those without a description keep theirs. */
  tasks: {
    statement: `update task t set ${assignments(columnNames(task, 'id', 'project_id', 'description', 'created_at'))},
        description = coalesce(u.description, t.description)
      from json_array_elements($::json) as j cross join lateral json_populate_record(null::task, j) u
      where t.id = u.id and (t.project_id = u.project_id) is true
        and t.version = (j->>'base')::int returning 1`,
    isGuarded: true,
  },
  comments: {
    statement: `insert into comment ${recordset('comment')} on conflict (id, project_id)
      do update set ${excludedAssignments(['body', 'edited_at', 'deleted_at'])}`,
  },
  worklogs: {
    statement: `insert into worklog ${recordset('worklog')} on conflict (id, project_id)
      do update set ${excludedAssignments(['seconds', 'started_at', 'note', 'deducted_from_remaining', 'edited_at', 'deleted_at'])}`,
  },
  conflicts: {
    statement: `insert into conflict ${recordset('conflict')} on conflict (id, project_id)
      do update set ${excludedAssignments(['body', 'resolved_at'])}`,
  },
} satisfies Record<string, WriteStatement>
