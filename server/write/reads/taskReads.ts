import { getTableColumns, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { cardColumns, eventColumns } from '@/db/rowColumns'
import { event } from '@/db/schema/eventLog'
import { task } from '@/db/schema/project'
import { idInput, statusInput, taskInput, versionInput } from './batchInput'
import { idRows, isInProject, read } from './readQuery'

/**
 * A description can be long: only those that take part are read. Of the others the rules want to
 * know whether there is one, which PostgreSQL tells by its length alone.
 */
const DESCRIPTION = sql<string>`case when ${taskInput.isDescribed} then ${task.description}
  when ${task.description} = '' then '' else '…' end`
/** Where no description takes part. */
const UNDESCRIBED_TASK = { ...cardColumns, description: sql<string>`''` }
const { id, type, parentId, archivedAt } = getTableColumns(task)
const HIERARCHY_FIELDS = { id, type, parentId, archivedAt }
const HIERARCHY_COLUMNS = sql.join([task.projectId, id, type, parentId, archivedAt], sql`, `)

const ancestor = alias(task, 'ancestor')

/** Tasks, and what happened to them. */
export const TASK_READS = {
  tasks: read({
    input: taskInput,
    rows: ({ readSet }) =>
      [...readSet.taskBaseVersions.keys()].map((id) => ({
        id,
        isDescribed: readSet.descriptions.has(id),
      })),
    fields: { ...cardColumns, description: DESCRIPTION },
    from: sql`from ${taskInput} join ${task} on ${task.id} = ${taskInput.id} and ${isInProject(task)}`,
  }),
  /** What happened to tasks after the versions that the senders had seen. */
  concurrentEvents: read({
    input: versionInput,
    rows: ({ readSet }) =>
      [...readSet.taskBaseVersions]
        .filter(([, base]) => base < Number.MAX_SAFE_INTEGER)
        .map(([id, base]) => ({ id, base })),
    fields: eventColumns,
    from: sql`from ${versionInput} cross join lateral (
        select * from ${event} where ${event.projectId} = ${versionInput.projectId}
          and ${event.taskId} = ${versionInput.id} and ${event.version} > ${versionInput.base}
        order by ${event.version}
      ) as ${event} order by ${event.seq}`,
  }),
  /** The tasks of columns that all move. */
  statusTasks: read({
    input: statusInput,
    rows: ({ readSet }) => idRows(readSet.statusTasks),
    fields: UNDESCRIBED_TASK,
    from: sql`from ${statusInput} join ${task} on ${task.projectId} = ${statusInput.projectId}
        and ${task.statusId} = ${statusInput.id} and ${task.archivedAt} is null
      order by ${task.rank}, ${task.number}`,
  }),
  /** The tasks of sprints that all take part. */
  sprintTasks: read({
    input: idInput,
    rows: ({ readSet }) => idRows(readSet.sprintTasks),
    fields: UNDESCRIBED_TASK,
    from: sql`from ${idInput}
      join ${task} on ${task.projectId} = ${idInput.projectId} and ${task.sprintId} = ${idInput.id}`,
  }),
  /** The tasks of components and versions that all take part, archived ones too. */
  componentOrVersionTasks: read({
    input: idInput,
    rows: ({ readSet }) => idRows(readSet.componentOrVersionTasks),
    fields: UNDESCRIBED_TASK,
    from: sql`from ${idInput} join lateral (
        select * from ${task} where ${task.components} <> '{}' and ${task.components} @> array[${idInput.id}]
        union
        select * from ${task} where ${task.fixVersions} <> '{}' and ${task.fixVersions} @> array[${idInput.id}]
        union
        select * from ${task}
        where ${task.affectedVersions} <> '{}' and ${task.affectedVersions} @> array[${idInput.id}]
      ) as ${task} on ${isInProject(task)}`,
  }),
  /** The children of tasks that go with them, archived ones too, whole. */
  childTasks: read({
    input: idInput,
    rows: ({ readSet }) => idRows(readSet.childTasks),
    fields: { ...cardColumns, description: task.description },
    from: sql`from ${idInput} join ${task} on ${task.parentId} = ${idInput.id} and ${isInProject(task)}`,
  }),
  /** Tasks with all that stand above them; should foreign data hold a cycle, each comes once. */
  ancestors: read({
    input: idInput,
    rows: ({ readSet }) => idRows(readSet.hierarchy.ancestors),
    fields: HIERARCHY_FIELDS,
    from: sql`from (with recursive ${ancestor} as (
        select ${idInput.batch}, ${HIERARCHY_COLUMNS} from ${idInput}
          join ${task} on ${task.id} = ${idInput.id} and ${isInProject(task)}
        union
        select ${ancestor}.batch, ${HIERARCHY_COLUMNS} from ${ancestor} join ${task}
          on ${task.id} = ${ancestor.parentId} and (${task.projectId} = ${ancestor.projectId}) is true
      ) select * from ${ancestor}) as ${task} cross join lateral (select ${task}.batch) as ${idInput}`,
  }),
  children: read({
    input: idInput,
    rows: ({ readSet }) => idRows(readSet.hierarchy.children),
    fields: HIERARCHY_FIELDS,
    from: sql`from ${idInput} join ${task} on ${task.parentId} = ${idInput.id} and ${isInProject(task)}`,
  }),
}
