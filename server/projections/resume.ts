import { and, eq, inArray, lte } from 'drizzle-orm'
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { checkpoint } from '@/db/schema/eventLog'
import { project } from '@/db/schema/project'
import type { Id } from '@/domain/kernel/primitives'
import { type Subscriber, schemaVersionOf } from './subscriber'
import { NOT_SUSPENDED } from './suspension'

/** A schema version lower than any subscriber's, so that the rows count as outdated. */
const OUTDATED_VERSION = 0

/** The projection of one project, which must belong to this workspace. */
export interface ProjectionOfProject {
  subscriber: Pick<Subscriber, 'name' | 'schemaVersion'>
  workspaceId: Id
  projectId: Id
}

/**
 * Lets a subscriber that failed in a project, or is parked there, retry at once.
 * @returns the project's newest position; null when the workspace has no such project
 */
export async function retryProjection(
  db: PostgresJsDatabase,
  target: ProjectionOfProject,
): Promise<number | null> {
  await db.update(checkpoint).set(NOT_SUSPENDED).where(isCheckpointOf(db, target))
  return headSeqOf(db, target)
}

/**
 * Requests a rebuild of a project's projection from the whole log. A process that runs the
 * subscribers performs it; until then readers see the old rows.
 * @returns the project's newest position; null when the workspace has no such project
 */
export async function requestRebuild(
  db: PostgresJsDatabase,
  target: ProjectionOfProject,
): Promise<number | null> {
  // This server cannot rebuild the rows of a newer one.
  const isKnownVersion = lte(checkpoint.schemaVersion, schemaVersionOf(target.subscriber))
  await db
    .update(checkpoint)
    .set({ ...NOT_SUSPENDED, schemaVersion: OUTDATED_VERSION })
    .where(and(isCheckpointOf(db, target), isKnownVersion))
  return headSeqOf(db, target)
}

function isCheckpointOf(db: PostgresJsDatabase, target: ProjectionOfProject) {
  const ownProject = db.select({ id: project.id }).from(project).where(isProjectOf(target))
  return and(
    eq(checkpoint.subscriber, target.subscriber.name),
    inArray(checkpoint.projectId, ownProject),
  )
}

async function headSeqOf(db: PostgresJsDatabase, target: ProjectionOfProject) {
  const [row] = await db.select({ seq: project.seq }).from(project).where(isProjectOf(target))
  return row?.seq ?? null
}

const isProjectOf = ({ projectId, workspaceId }: ProjectionOfProject) =>
  and(eq(project.id, projectId), eq(project.workspaceId, workspaceId))
