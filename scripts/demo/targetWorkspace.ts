import { database } from '@/db/client'
import type { Id } from '@/domain/kernel/primitives'
import type { WorkspaceScope } from '@/server/access/scope'
import { systemScope } from '@/server/access/systemScope'

/**
 * Returns the people who create the project: everybody in the workspace who may edit.
 * @param workspace its slug; the oldest workspace when null
 * @throws Error in a sentence when there is nobody
 */
export async function loadEditors(
  workspace: string | null,
): Promise<{ slug: string; people: WorkspaceScope[] }> {
  const { sql } = database()
  const rows = await sql<{ id: Id }[]>`
    select person.id from person join workspace on workspace.id = person.workspace_id
    where person.removed_at is null and person.role <> 'viewer' and workspace.slug = coalesce(
      ${workspace}, (select slug from workspace order by created_at limit 1))
    order by (person.role = 'admin') desc, person.created_at limit 20`
  const people = await Promise.all(rows.map((row) => systemScope(row.id)))
  const [first] = people
  if (!first) {
    const what = workspace ? `no workspace ${workspace}` : 'no workspace yet'
    throw new Error(`There is ${what}: run npm start, or name one with --workspace.`)
  }
  return { slug: first.slug, people }
}

/**
 * Returns a key that no project of the workspace has.
 * @throws Error in a sentence when the wanted one is taken
 */
export async function findFreeKey(slug: string, wanted: string | null): Promise<string> {
  const rows = await database().sql<{ key: string }[]>`
    select project.key from project join workspace on workspace.id = project.workspace_id
    where workspace.slug = ${slug}`
  const taken = new Set(rows.map((row) => row.key))
  if (wanted && taken.has(wanted)) throw new Error(`${slug} has a project ${wanted} already.`)
  if (wanted) return wanted
  for (let n = 1; ; n++) {
    const key = n === 1 ? 'BIG' : `BIG${n}`
    if (!taken.has(key)) return key
  }
}
