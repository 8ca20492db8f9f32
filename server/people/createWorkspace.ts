import { randomBytes } from 'node:crypto'
import { v7 as newId } from 'uuid'
import { database, type Queryable } from '@/db/client'
import { person, workspace } from '@/db/schema/people'
import type { Id } from '@/domain/kernel/primitives'
import { audit } from './audit'
import { shortNameSchema } from './shortNameSchema'
import { slugOf } from './slugOf'

export const workspaceNameSchema = shortNameSchema('Enter a name for the workspace.')

export interface CreatedWorkspace {
  id: Id
  slug: string
  name: string
  /** The admin who created it. */
  personId: Id
}

const MAX_NUMBERED_SLUGS = 12

type WorkspaceCreator = { id: Id; name: string; email: string }

/** Creates a workspace with the signed-in account as its admin. */
export async function createWorkspace(
  creator: WorkspaceCreator,
  name: string,
): Promise<CreatedWorkspace> {
  const validName = workspaceNameSchema.parse(name)
  return database().db.transaction((db) => insertWorkspace(db, creator, validName))
}

/**
 * Creates a workspace within a transaction. The slug is derived from the name, otherwise the next
 * free one of `name-2`, `name-3`; after a dozen, one with a random suffix, so that a common name
 * stays cheap however many workspaces have it.
 */
export async function insertWorkspace(
  db: Queryable,
  creator: WorkspaceCreator,
  name: string,
): Promise<CreatedWorkspace> {
  const id = newId()
  const slug = await insertWithFreeSlug(db, id, name)
  const personId = newId()
  await db.insert(person).values({
    id: personId,
    workspaceId: id,
    accountId: creator.id,
    name: creator.name,
    email: creator.email,
    role: 'admin',
  })
  await audit(db, 'workspace.created', {
    workspaceId: id,
    accountId: creator.id,
    detail: { slug },
  })
  return { id, slug, name, personId }
}

async function insertWithFreeSlug(db: Queryable, id: Id, name: string): Promise<string> {
  const base = slugOf(name)
  for (let n = 1; ; n++) {
    const slug =
      n === 1 ? base : `${base}-${n <= MAX_NUMBERED_SLUGS ? n : randomBytes(4).toString('hex')}`
    const created = await db
      .insert(workspace)
      .values({ id, slug, name })
      .onConflictDoNothing({ target: workspace.slug })
      .returning({ id: workspace.id })
    if (created.length > 0) return slug
  }
}
