import { type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { commentColumns, worklogColumns } from '@/db/rowColumns'
import { event } from '@/db/schema/eventLog'
import { person } from '@/db/schema/people'
import { comment, conflict, task, worklog } from '@/db/schema/project'
import type { Id, Instant } from '@/domain/kernel/primitives'
import { idInput } from './batchInput'
import { idRows, isInProject, personIsInWorkspace, read } from './readQuery'

const child = alias(task, 'child')
/** Tasks and their children. */
const TASKS_AND_CHILDREN = sql`(
  select ${idInput.batch}, ${idInput.projectId}, ${idInput.id} from ${idInput} union all
  select ${idInput.batch}, ${idInput.projectId}, ${child.id} from ${idInput}
    join ${task} as ${child} on ${child.parentId} = ${idInput.id} and ${isInProject(child)})`

/**
 * An instant in the domain's format. A computed value has no column whose decoder could format it.
 */
const toIso = (moment: SQL) =>
  sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Reads of comments, worklogs and conflicts. */
export const COMMENT_READS = {
  comments: read({
    input: idInput,
    rows: ({ readSet }) => idRows(readSet.comments),
    fields: commentColumns,
    from: sql`from ${idInput} join ${comment} on ${comment.id} = ${idInput.id} and ${isInProject(comment)}`,
  }),
  /** Worklogs with the time zone of their authors. */
  worklogs: read({
    input: idInput,
    rows: ({ readSet }) => idRows(readSet.worklogs),
    fields: { ...worklogColumns, timeZone: sql<string | null>`${person.timeZone}` },
    from: sql`from ${idInput} join ${worklog} on ${worklog.id} = ${idInput.id} and ${isInProject(worklog)}
      left join ${person} on ${person.id} = ${worklog.author} and ${personIsInWorkspace}`,
  }),
  commentsOfTasks: read({
    input: idInput,
    rows: ({ readSet }) => idRows(readSet.commentsAndWorklogsOf),
    fields: commentColumns,
    from: sql`from ${TASKS_AND_CHILDREN} as ${idInput}
      join ${comment} on ${comment.taskId} = ${idInput.id} and ${comment.deletedAt} is null
        and ${isInProject(comment)}
      order by ${comment.createdAt}, ${comment.id}`,
  }),
  worklogsOfTasks: read({
    input: idInput,
    rows: ({ readSet }) => idRows(readSet.commentsAndWorklogsOf),
    fields: worklogColumns,
    from: sql`from ${TASKS_AND_CHILDREN} as ${idInput}
      join ${worklog} on ${worklog.taskId} = ${idInput.id} and ${worklog.deletedAt} is null
        and ${isInProject(worklog)}
      order by ${worklog.createdAt}, ${worklog.id}`,
  }),
  conflicts: read({
    input: idInput,
    rows: ({ readSet }) => idRows(readSet.conflicts),
    fields: { body: conflict.body },
    from: sql`from ${idInput} join ${conflict} on ${conflict.id} = ${idInput.id} and ${isInProject(conflict)}`,
  }),
  importedTasks: read({
    input: idInput,
    rows: ({ readSet }) => idRows(readSet.importedTasks),
    fields: {
      id: sql<Id>`${idInput.id}`,
      importedUntil: sql<Instant | null>`(select ${toIso(sql`max(moment)`)} from (
        select ${event.at} as moment from ${event} where ${event.projectId} = ${idInput.projectId}
          and ${event.taskId} = ${idInput.id} and ${event.imported} and ${event.type} like 'task.%'
        order by ${event.version}) e)`,
      comments: sql<Id[]>`array(select ${comment.id} from ${comment}
        where ${comment.taskId} = ${idInput.id} and ${isInProject(comment)})`,
      worklogs: sql<Id[]>`array(select ${worklog.id} from ${worklog}
        where ${worklog.taskId} = ${idInput.id} and ${isInProject(worklog)})`,
    },
    from: sql`from ${idInput}`,
  }),
}
