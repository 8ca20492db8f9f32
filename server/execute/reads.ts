import { columnsOf } from '@/db/columns'
import { task } from '@/db/schema/work'
import type { Place } from '@/domain/rank'
import type { Id } from '@/domain/words'
import { EVENT_COLUMNS, type Row } from '../log/rows'
import { AROUND, AROUND_PLANS, SPOTS } from './around'
import type { Needs } from './needed'
import type { Part } from './part'

/**
 * One thing that a batch reads. To read more, add an entry to `READS`: its name becomes a field of
 * `Loaded`. All that is wanted goes in one statement, and a read that nobody wants is left out of
 * it, so one more costs those nothing who do without.
 */
export interface Read {
  /** What a part wants, one object a row. */
  wants: (part: Part) => Row[]
  /** Names and types of what those objects hold; several values go as `text`, to be cast. */
  as?: Record<string, string>
  /**
   * A query from `w`, where what all parts want is found: `part`, `project_id`, `workspace_id`,
   * then what `as` names. Every row it gives carries its `part`.
   */
  rows: string
}

/**
 * Written so that no index serves it: where statistics lag behind a fresh project, the planner
 * would read all of the project by it instead of a few rows by their ids.
 */
const here = (table: string) => `(${table}.project_id = w.project_id) is true`
const listed = (table: string, names: readonly string[]) =>
  names.map((name) => `${table}.${name}`).join(', ')
const ids = (all: Iterable<string>) => [...all].map((id) => ({ id }))

/**
 * A description can be long: only those that take part are read. Of the others the rules want to
 * know whether there is one, which PostgreSQL tells by its length alone.
 */
const DESCRIPTION = `case when w.text then t.description when t.description = '' then '' else '…' end`
const TASK = listed('t', columnsOf(task, 'description'))
const KIN = listed('t', ['id', 'project_id', 'type', 'parent_id', 'archived_at'])
const EVENT = listed('e', EVENT_COLUMNS)

/** Whether a place's neighbour may be gone by the time its command's turn comes in the batch. */
function mayLeave(needs: Needs, { after, before }: Place): boolean {
  const { columns, sprintTasks, tagged, family, threads } = needs
  const takesPart = (id?: Id) => id !== undefined && needs.tasks.has(id)
  const unnamed = columns.size + sprintTasks.size + tagged.size + family.size + threads.size
  return unnamed > 0 || takesPart(after) || takesPart(before)
}

/** Tasks and their children. */
const FAMILY = `select part, project_id, id from w union all
  select w.part, w.project_id, t.id from w join task t on t.parent_id = w.id and ${here('t')}`

export const READS = {
  commands: {
    wants: ({ needs }) => ids(needs.commandIds),
    as: { id: 'uuid' },
    rows: `select w.part, c.* from w
      join command c on c.project_id = w.project_id and c.command_id = w.id`,
  },
  project: {
    wants: () => [{}],
    rows: `select w.part, p.* from w
      join project p on p.id = w.project_id and (p.workspace_id = w.workspace_id) is true`,
  },
  statuses: {
    wants: () => [{}],
    rows: 'select w.part, s.* from w join status s on s.project_id = w.project_id order by s.rank',
  },
  tasks: {
    wants: ({ needs }) =>
      [...needs.tasks.keys()].map((id) => ({ id, text: needs.texts.has(id) || undefined })),
    as: { id: 'uuid', text: 'bool' },
    rows: `select w.part, ${TASK}, ${DESCRIPTION} as description
      from w join task t on t.id = w.id and ${here('t')}`,
  },
  /** Of tasks, and of the project itself where `id` is null. */
  missed: {
    wants: ({ needs }) => {
      const behind = [...needs.tasks].filter(([, base]) => base < Number.MAX_SAFE_INTEGER)
      const ofTasks = behind.map(([id, base]) => ({ id, base }))
      return needs.projectSince === null ? ofTasks : [...ofTasks, { base: needs.projectSince }]
    },
    as: { id: 'uuid', base: 'bigint' },
    rows: `select * from (
      select w.part, ${EVENT} from w
        join event e on e.task_id = w.id and e.version > w.base and ${here('e')}
      union all
      select w.part, ${EVENT} from w join event e on w.id is null
        and e.project_id = w.project_id and e.task_id is null and e.version > w.base) e
      order by seq`,
  },
  people: {
    wants: ({ commands, needs }) =>
      ids(new Set([...commands.map(({ scope }) => scope.person.id), ...needs.people])),
    as: { id: 'uuid' },
    rows: `select w.part, p.id, p.role, p.role_since, p.former_role, p.removed_at,
        p.time_zone
      from w join person p on p.id = w.id and (p.workspace_id = w.workspace_id) is true`,
  },
  places: {
    wants: ({ needs }) =>
      [...needs.places].map(([commandId, { taskIds, statusId, place }]) => ({
        command_id: commandId,
        task_id: taskIds[0],
        status_id: statusId,
        after_id: place.after,
        before_id: place.before,
        may_leave: mayLeave(needs, place),
        place_end: place.end ?? 'bottom',
      })),
    as: {
      command_id: 'uuid',
      task_id: 'uuid',
      status_id: 'text',
      after_id: 'uuid',
      before_id: 'uuid',
      may_leave: 'bool',
      place_end: 'text',
    },
    rows: AROUND,
  },
  /** As places, in the planning order. */
  plans: {
    wants: ({ needs }) =>
      [...needs.plans].map(([commandId, { taskIds, statusId, place }]) => ({
        command_id: commandId,
        task_ids: taskIds,
        sprint_id: statusId || undefined,
        after_id: place.after,
        before_id: place.before,
        may_leave: mayLeave(needs, place),
        place_end: place.end ?? 'bottom',
      })),
    as: {
      command_id: 'uuid',
      task_ids: 'text',
      sprint_id: 'uuid',
      after_id: 'uuid',
      before_id: 'uuid',
      may_leave: 'bool',
      place_end: 'text',
    },
    rows: AROUND_PLANS,
  },
  /** Whether an earlier place of a task is taken, and what stands behind it. */
  spots: {
    wants: ({ needs }) =>
      needs.spots.map(({ taskId, statusId, rank }) => ({
        task_id: taskId,
        status_id: statusId,
        rank,
      })),
    as: { task_id: 'uuid', status_id: 'text', rank: 'text' },
    rows: SPOTS,
  },
  sprints: {
    wants: ({ needs }) => (needs.sprints ? [{}] : []),
    rows: 'select w.part, s.* from w join sprint s on s.project_id = w.project_id order by s.rank',
  },
  components: {
    wants: ({ needs }) => (needs.catalog ? [{}] : []),
    rows: `select w.part, c.* from w join component c on c.project_id = w.project_id
      order by c.id`,
  },
  fixVersions: {
    wants: ({ needs }) => (needs.catalog ? [{}] : []),
    rows: `select w.part, v.* from w join fix_version v on v.project_id = w.project_id
      order by v.id`,
  },
  /** The tasks of components and versions that all take part, archived ones too. */
  tagged: {
    wants: ({ needs }) => ids(needs.tagged),
    as: { id: 'uuid' },
    rows: `select w.part, ${TASK} from w join lateral (
        select * from task where components <> '{}' and components @> array[w.id]
        union
        select * from task where fix_versions <> '{}' and fix_versions @> array[w.id]
        union
        select * from task
        where affected_versions <> '{}' and affected_versions @> array[w.id]
      ) t on ${here('t')}`,
  },
  /** The children of tasks that go with them, archived ones too, whole. */
  family: {
    wants: ({ needs }) => ids(needs.family),
    as: { id: 'uuid' },
    rows: `select w.part, ${TASK}, t.description
      from w join task t on t.parent_id = w.id and ${here('t')}`,
  },
  said: {
    wants: ({ needs }) => ids(needs.threads),
    as: { id: 'uuid' },
    rows: `select w.part, c.* from (${FAMILY}) w
      join comment c on c.task_id = w.id and c.deleted_at is null and ${here('c')}
      order by c.created_at, c.id`,
  },
  spent: {
    wants: ({ needs }) => ids(needs.threads),
    as: { id: 'uuid' },
    rows: `select w.part, l.* from (${FAMILY}) w
      join worklog l on l.task_id = w.id and l.deleted_at is null and ${here('l')}
      order by l.created_at, l.id`,
  },
  /** The tasks of sprints that all take part. */
  sprintTasks: {
    wants: ({ needs }) => ids(needs.sprintTasks),
    as: { id: 'uuid' },
    rows: `select w.part, ${TASK} from w
      join task t on t.project_id = w.project_id and t.sprint_id = w.id`,
  },
  /** Tasks with all that stand above them; should foreign data hold a cycle, each comes once. */
  above: {
    wants: ({ needs }) => ids(needs.kin.up),
    as: { id: 'uuid' },
    rows: `select * from (with recursive up as (
        select w.part, ${KIN} from w join task t on t.id = w.id and ${here('t')}
        union
        select u.part, ${KIN} from up u
          join task t on t.id = u.parent_id and (t.project_id = u.project_id) is true
      ) select * from up) up`,
  },
  below: {
    wants: ({ needs }) => ids(needs.kin.down),
    as: { id: 'uuid' },
    rows: `select w.part, ${KIN} from w join task t on t.parent_id = w.id and ${here('t')}`,
  },
  comments: {
    wants: ({ needs }) => ids(needs.comments),
    as: { id: 'uuid' },
    rows: `select w.part, c.* from w join comment c on c.id = w.id and ${here('c')}`,
  },
  /** With the time zone of their authors. */
  worklogs: {
    wants: ({ needs }) => ids(needs.worklogs),
    as: { id: 'uuid' },
    rows: `select w.part, l.*, p.time_zone from w
      join worklog l on l.id = w.id and ${here('l')} left join person p on p.id = l.author`,
  },
  lock: {
    wants: ({ needs }) => (needs.lock ? [{}] : []),
    rows: 'select w.part, s.locked_until from w join workspace s on s.id = w.workspace_id',
  },
  conflicts: {
    wants: ({ needs }) => ids(needs.conflicts),
    as: { id: 'uuid' },
    rows: `select w.part, c.body from w join conflict c on c.id = w.id and ${here('c')}`,
  },
  /** The tasks of columns that all move. */
  columns: {
    wants: ({ needs }) => ids(needs.columns),
    as: { id: 'text' },
    rows: `select w.part, ${TASK} from w
      join task t on t.project_id = w.project_id and t.status_id = w.id and t.archived_at is null
      order by t.rank, t.number`,
  },
  imported: {
    wants: ({ needs }) => ids(needs.imported),
    as: { id: 'uuid' },
    rows: `select w.part, w.id,
        (select max(e.at) from event e where e.task_id = w.id and e.imported
          and e.type like 'task.%' and ${here('e')}) as until,
        array(select c.id from comment c where c.task_id = w.id and ${here('c')}) as comments,
        array(select l.id from worklog l where l.task_id = w.id and ${here('l')}) as worklogs
      from w`,
  },
  keys: {
    wants: ({ needs }) => [...needs.keys].map((key) => ({ key })),
    as: { key: 'text' },
    rows: `select w.part, p.key from w
      join project p on p.workspace_id = w.workspace_id and p.key = w.key`,
  },
  /** The project, where another workspace holds its id and a new one is wanted. */
  elsewhere: {
    wants: ({ needs }) => (needs.keys.size > 0 ? [{}] : []),
    rows: `select w.part from w
      join project p on p.id = w.project_id and (p.workspace_id <> w.workspace_id) is true`,
  },
} satisfies Record<string, Read>
