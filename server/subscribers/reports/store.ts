import type { ISql } from 'postgres'
import type { SprintChange, SprintMark } from '@/domain/sprint/journal'
import type { Id, StatusId } from '@/domain/words'
import { toRow } from '@/server/log/rows'

/** What a batch adds to the read model; `done` is null where no status changed its meaning. */
interface News {
  changes: SprintChange[]
  marks: SprintMark[]
  done: StatusId[] | null
}

/** Writes what a batch adds, a statement a table, all sent at once. */
export async function keep(sql: ISql, projectId: Id, { changes, marks, done }: News) {
  await Promise.all([
    changes.length > 0 && keepChanges(sql, projectId, changes),
    marks.length > 0 && keepMarks(sql, projectId, marks),
    done &&
      sql`
        insert into report_project (project_id, done) values (${projectId}, ${done})
        on conflict (project_id) do update set done = excluded.done`,
  ])
}

function keepChanges(sql: ISql, projectId: Id, changes: SprintChange[]) {
  const rows = changes.map((change) => toRow(change, { project_id: projectId }))
  return sql`
    insert into report_change
    select * from json_populate_recordset(null::report_change, ${JSON.stringify(rows)}::json)`
}

function keepMarks(sql: ISql, projectId: Id, marks: SprintMark[]) {
  const rows = [...new Set(marks.map((mark) => mark.sprintId))].map((sprintId) => ({
    project_id: projectId,
    sprint_id: sprintId,
    marks: marks.filter((mark) => mark.sprintId === sprintId),
  }))
  return sql`
    insert into report_sprint as s
    select * from json_populate_recordset(null::report_sprint, ${JSON.stringify(rows)}::json)
    on conflict (project_id, sprint_id) do update set marks = s.marks || excluded.marks`
}
