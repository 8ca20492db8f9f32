import { getTableColumns, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { cardColumns, eventColumns } from '@/db/rowColumns'
import { event } from '@/db/schema/eventLog'
import { task } from '@/db/schema/project'
import { idInput, statusInput, taskInput, versionInput } from './batchInput'
import { idRows, isInProject, read } from './readQuery'

/**
 * Only requested descriptions are read, because they can be long. For the others the rules need
 * only know whether the text is empty, which PostgreSQL answers without reading it.
 */
const DESCRIPTION = sql<string>`case when ${taskInput.isDescribed} then ${task.description}
  when ${task.description} = '' then '' else '…' end`
/** A task without its description, for reads that never need one. */
const UNDESCRIBED_TASK = { ...cardColumns, description: sql<string>`''` }
const { id, type, parentId, archivedAt } = getTableColumns(task)
const HIERARCHY_FIELDS = { id, type, parentId, archivedAt }
const HIERARCHY_COLUMNS = sql.join([task.projectId, id, type, parentId, archivedAt], sql`, `)

const ancestor = alias(task, 'ancestor')

/** Reads of tasks and their events. */
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
  /** Events on tasks after the base versions of the commands. */
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
  /** All tasks of the given statuses, without archived ones. */
  statusTasks: read({
    input: statusInput,
    rows: ({ readSet }) => idRows(readSet.statusTasks),
    fields: UNDESCRIBED_TASK,
    from: sql`from ${statusInput} join ${task} on ${task.projectId} = ${statusInput.projectId}
        and ${task.statusId} = ${statusInput.id} and ${task.archivedAt} is null
      order by ${task.rank}, ${task.number}`,
  }),
  /** All tasks of the given sprints. */
  sprintTasks: read({
    input: idInput,
    rows: ({ readSet }) => idRows(readSet.sprintTasks),
    fields: UNDESCRIBED_TASK,
    from: sql`from ${idInput}
      join ${task} on ${task.projectId} = ${idInput.projectId} and ${task.sprintId} = ${idInput.id}`,
  }),
  /** All tasks of the given components and versions, including archived ones. */
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
  /** All children of the given tasks, including archived ones, with descriptions. */
  childTasks: read({
    input: idInput,
    rows: ({ readSet }) => idRows(readSet.childTasks),
    fields: { ...cardColumns, description: task.description },
    from: sql`from ${idInput} join ${task} on ${task.parentId} = ${idInput.id} and ${isInProject(task)}`,
  }),
  /**
   * Tasks with their ancestors. Each task is returned once, even when imported data contains a
   * cycle.
   */
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
