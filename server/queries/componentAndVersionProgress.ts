import { sql } from 'drizzle-orm'
import { rawQuery } from '@/db/rawQuery'
import { component, projectVersion } from '@/db/schema/componentsAndVersions'
import { status, task } from '@/db/schema/project'
import type { Id } from '@/domain/kernel/primitives'
import type { ChildProgress } from '@/domain/views/relations'
import type { ProjectScope } from '@/server/access/scope'
import { isStatusOfTask } from './relatedTasks'
import { readSnapshot } from './snapshot'
import { progressColumns } from './taskProgress'

/**
 * Returns the progress of every component and version of a project by its id, without archived
 * tasks.
 */
export async function loadComponentAndVersionProgress(
  scope: ProjectScope,
): Promise<{ seq: number; progress: Record<Id, ChildProgress> }> {
  const { projectId } = scope
  const { seq, data } = await readSnapshot(projectId, async (db) => {
    const owner = sql<Id>`owner`.as('owner')
    // "is true" keeps the planner from the index on the project: the indexes on components and
    // versions find far fewer rows.
    const tasksByOwner = rawQuery(
      db,
      { owner, taskId: task.id },
      () => sql`
        select ${component.id} as owner, ${task.id} from ${component}
          join ${task} on ${task.components} <> '{}'
            and ${task.components} @> array[${component.id}]
          where ${component.projectId} = ${projectId} and ${component.removedAt} is null
            and (${task.projectId} = ${component.projectId}) is true and ${task.archivedAt} is null
        union all
        select ${projectVersion.id}, ${task.id} from ${projectVersion}
          join ${task} on ${task.fixVersions} <> '{}'
            and ${task.fixVersions} @> array[${projectVersion.id}]
          where ${projectVersion.projectId} = ${projectId} and ${projectVersion.removedAt} is null
            and (${task.projectId} = ${projectVersion.projectId}) is true
            and ${task.archivedAt} is null`,
    )
    const oneTask = db
      .select()
      .from(task)
      .where(sql`${task.id} = ${tasksByOwner.taskId} and ${task.projectId} = ${projectId}`)
      .limit(1)
      .as('task')
    return db
      .with(tasksByOwner)
      .select({ id: tasksByOwner.owner, ...progressColumns })
      .from(tasksByOwner)
      .crossJoinLateral(oneTask)
      .innerJoin(status, isStatusOfTask)
      .groupBy(tasksByOwner.owner)
  })
  return { seq, progress: Object.fromEntries(data.map(({ id, ...each }) => [id, each])) }
}
