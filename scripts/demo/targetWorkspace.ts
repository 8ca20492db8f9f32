import { and, asc, desc, eq, isNull, ne } from 'drizzle-orm'
import { database } from '@/db/client'
import { person, workspace } from '@/db/schema/people'
import { project } from '@/db/schema/project'
import type { WorkspaceScope } from '@/server/access/scope'
import { systemScope } from '@/server/access/systemScope'

/**
 * Returns the people who create the project: everybody in the workspace who may edit.
 * @param wanted its slug; the oldest workspace when null
 * @throws Error in a sentence when there is nobody
 */
export async function loadEditors(
  wanted: string | null,
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
        eq(workspace.slug, wanted ?? oldest),
        isNull(person.removedAt),
        ne(person.role, 'viewer'),
      ),
    )
    .orderBy(desc(eq(person.role, 'admin')), asc(person.createdAt))
    .limit(20)
  const people = await Promise.all(rows.map((row) => systemScope(row.id)))
  const [first] = people
  if (!first) {
    const what = wanted ? `no workspace ${wanted}` : 'no workspace yet'
    throw new Error(`There is ${what}: run npm start, or name one with --workspace.`)
  }
  return { slug: first.slug, people }
}

/**
 * Returns a key that no project of the workspace has.
 * @throws Error in a sentence when the wanted one is taken
 */
export async function findFreeKey(slug: string, wanted: string | null): Promise<string> {
  const rows = await database()
    .db.select({ key: project.key })
    .from(project)
    .innerJoin(workspace, eq(workspace.id, project.workspaceId))
    .where(eq(workspace.slug, slug))
  const taken = new Set(rows.map((row) => row.key))
  if (wanted && taken.has(wanted)) throw new Error(`${slug} has a project ${wanted} already.`)
  if (wanted) return wanted
  for (let n = 1; ; n++) {
    const key = n === 1 ? 'BIG' : `BIG${n}`
    if (!taken.has(key)) return key
  }
}
