import { and, asc, desc, eq, isNull, ne } from 'drizzle-orm'
import { database } from '@/db/client'
import { person, workspace } from '@/db/schema/people'
import { project } from '@/db/schema/project'
import type { WorkspaceScope } from '@/server/access/scope'
import { systemScope } from '@/server/access/systemScope'

/**
 * Returns the people who create the project: those in the workspace who may edit, at most 20.
 * @param requestedSlug slug of the workspace; null for the oldest one
 * @throws Error in one sentence when there is nobody
 */
export async function loadEditors(
  requestedSlug: string | null,
): Promise<{ slug: string; people: WorkspaceScope[] }> {
  const { db } = database()
  const oldest = db
    .select({ slug: workspace.slug })
    .from(workspace)
    .orderBy(asc(workspace.createdAt))
    .limit(1)
  const rows = await db
    .select({ id: person.id })
    .from(person)
    .innerJoin(workspace, eq(workspace.id, person.workspaceId))
    .where(
      and(
        eq(workspace.slug, requestedSlug ?? oldest),
        isNull(person.removedAt),
        ne(person.role, 'viewer'),
      ),
    )
    .orderBy(desc(eq(person.role, 'admin')), asc(person.createdAt))
    .limit(20)
  const people = await Promise.all(rows.map((row) => systemScope(row.id)))
  const [first] = people
  if (!first) {
    const what = requestedSlug ? `no workspace ${requestedSlug}` : 'no workspace yet'
    throw new Error(`There is ${what}: run npm start, or name one with --workspace.`)
  }
  return { slug: first.slug, people }
}

/**
 * Returns a key that no project of the workspace has: the requested one, otherwise `BIG`, `BIG2`…
 * @throws Error in one sentence when the requested key is taken
 */
export async function findFreeKey(slug: string, requestedKey: string | null): Promise<string> {
  const rows = await database()
    .db.select({ key: project.key })
    .from(project)
    .innerJoin(workspace, eq(workspace.id, project.workspaceId))
    .where(eq(workspace.slug, slug))
  const taken = new Set(rows.map((row) => row.key))
  if (requestedKey && taken.has(requestedKey))
    throw new Error(`${slug} has a project ${requestedKey} already.`)
  if (requestedKey) return requestedKey
  for (let n = 1; ; n++) {
    const key = n === 1 ? 'BIG' : `BIG${n}`
    if (!taken.has(key)) return key
  }
}
