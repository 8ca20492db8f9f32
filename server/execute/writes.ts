import { columnsOf } from '@/db/columns'
import { component, fixVersion } from '@/db/schema/catalog'
import { sprint } from '@/db/schema/plan'
import { status, task } from '@/db/schema/work'
import type { EVENT_COLUMNS } from '../log/rows'

/**
 * What a batch writes, all in one statement. Each takes its rows as `$::json`, a JSON array of them,
 * or as `$rows` where it says their types. One that is guarded writes a row only while it still is
 * what the batch was decided on, and returns what it wrote: when that is less than it was given,
 * another process was faster after all, and the statement fails with a serialisation error. What
 * has no rows is left out. To write one more table: an entry here, and its rows in `rowsOf` of
 * write.ts under the same name.
 */
export interface Write {
  statement: string
  isGuarded?: true
  /** Given for what nearly every batch writes: its rows come as `$rows`, an array a column. */
  as?: Record<string, string>
}

const all = (table: string) => `select * from json_populate_recordset(null::${table}, $::json)`
const set = (names: string[]) => names.map((name) => `${name} = u.${name}`).join(', ')
const excluded = (names: string[]) => names.map((name) => `${name} = excluded.${name}`).join(', ')

const COMMAND = {
  project_id: 'uuid',
  command_id: 'uuid',
  actor: 'uuid',
  type: 'text',
  outcome: 'text',
  first_seq: 'bigint',
  last_seq: 'bigint',
  refusal: 'jsonb',
  results: 'jsonb',
  at: 'timestamptz',
}
const EVENT = {
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
const TASK_AS_READ = { id: 'uuid', project_id: 'uuid', base: 'int' }
const PLACE = {
  status_id: 'text',
  rank: 'text',
  sprint_id: 'uuid',
  plan_rank: 'text',
  version: 'int',
  updated_at: 'timestamptz',
}
const LANE = {
  project_id: 'uuid',
  goes_by: 'text',
  lane: 'text',
  status_id: 'text',
  tasks: 'int',
}
const inserted = (table: string, as: Record<string, string>) => ({
  statement: `insert into ${table} (${Object.keys(as).join(', ')}) select * from $rows`,
  as,
})

export const WRITES = {
  commands: inserted('command', COMMAND),
  newProjects: { statement: `insert into project ${all('project')}` },
  projects: {
    statement: `update project p set ${set(['seq', 'next_number', 'version', 'name', 'parallel_sprints'])}
      from json_to_recordset($::json)
        as u(id uuid, base bigint, seq bigint, next_number int, version int, name text,
          parallel_sprints bool)
      where p.id = u.id and p.seq = u.base returning 1`,
    isGuarded: true,
  },
  events: inserted('event', EVENT),
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
  lanes: {
    as: LANE,
    statement: `insert into lane_count (${Object.keys(LANE).join(', ')}) select * from $rows
      on conflict (project_id, goes_by, lane, status_id)
      do update set tasks = lane_count.tasks + excluded.tasks`,
  },
  newLinks: { statement: `insert into link ${all('link')}` },
  goneLinks: {
    statement: `delete from link l using json_populate_recordset(null::link, $::json) u
      where l.project_id = u.project_id and l.task_id = u.task_id
        and l.kind = u.kind and l.target = u.target`,
  },
  newTasks: { statement: `insert into task ${all('task')}` },
  /** Tasks of which nothing changes but their places on the board and in the plan. */
  places: {
    as: { ...TASK_AS_READ, ...PLACE },
    statement: `update task t set ${set(Object.keys(PLACE))}
      from $rows where t.id = u.id and (t.project_id = u.project_id) is true and t.version = u.base returning 1`,
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
