import { and, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable } from '@/db/client'
import { isAnyOf } from '@/db/isAnyOf'
import { rawQuery } from '@/db/rawQuery'
import { link } from '@/db/schema/link'
import { project, task } from '@/db/schema/project'
import type { Id } from '@/domain/kernel/primitives'
import type { ProjectScope, WorkspaceScope } from '@/server/access/scope'

/**
 * Returns, by id, the keys under which other tasks link to tasks of a project: the current key, and
 * those that the task had in the projects it was transferred from.
 */
export async function selectLinkedKeys(
  db: Queryable,
  scope: ProjectScope,
  tasks: { id: Id; number: number }[],
): Promise<Map<Id, string[]>> {
  const former = alias(task, 'former')
  const currentId = sql.identifier('current_id')
  const found = rawQuery(
    db,
    {
      currentId: sql<Id>`${former}.${currentId}`.as('current_id'),
      projectKey: project.key,
      number: former.number,
    },
    (columns) => sql`
      with recursive ${former} as (
        select ${task}.*, ${task.movedTo} as ${currentId} from ${task}
          where ${isAnyOf(
            task.movedTo,
            tasks.map((each) => each.id),
          )} and ${task.movedToProject} = ${scope.projectId}
        union
        select ${task}.*, ${former}.${currentId} from ${former} join ${task}
          on ${task.movedTo} = ${former.id} and ${task.movedToProject} = ${former.projectId}
      )
      select ${columns} from ${former} join ${project} on ${project.id} = ${former.projectId}`,
  )
  const keysById = new Map(tasks.map(({ id, number }) => [id, [`${scope.projectKey}-${number}`]]))
  for (const row of await db.with(found).select().from(found)) {
    keysById.get(row.currentId)?.push(`${row.projectKey}-${row.number}`)
  }
  return keysById
}

/**
 * The condition of the links that tasks of the workspace store to any of the keys. The query joins
 * the task that stores the link. A transferred task took its links along, so those of the task that
 * it left behind do not count.
 */
export const isLinkTo = ({ workspaceId }: WorkspaceScope, keys: string[]) =>
  and(eq(link.workspaceId, workspaceId), isAnyOf(link.target, keys), isNull(task.movedTo))
