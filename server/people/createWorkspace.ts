import { randomBytes } from 'node:crypto'
import type { ISql } from 'postgres'
import { v7 as newId } from 'uuid'
import { database } from '@/db/client'
import type { Id } from '@/domain/kernel/primitives'
import { audit } from './audit'
import { shortNameSchema } from './shortNameSchema'
import { slugOf } from './slugOf'

export const workspaceNameSchema = shortNameSchema('Enter a name for the workspace.')

export interface CreatedWorkspace {
  id: Id
  slug: string
  name: string
  /** The admin who made it. */
  personId: Id
}

const MAX_NUMBERED_SLUGS = 12

type WorkspaceCreator = { id: Id; name: string; email: string }

/** A new workspace with the account as its admin, for somebody who is signed in. */
export async function createWorkspace(
  creator: WorkspaceCreator,
  name: string,
): Promise<CreatedWorkspace> {
  const validName = workspaceNameSchema.parse(name)
  return database().sql.begin((sql) => insertWorkspace(sql, creator, validName))
}

/**
 * The same within a transaction. The slug is the name's, or the next free `name-2`, `name-3`; after
 * a dozen, one with a random end: a common name must not cost more with every workspace.
 */
export async function insertWorkspace(
  sql: ISql,
  creator: WorkspaceCreator,
  name: string,
): Promise<CreatedWorkspace> {
  const id = newId()
  const slug = await insertWithFreeSlug(sql, id, name)
  const personId = newId()
  await sql`
    insert into person (id, workspace_id, account_id, name, email, role)
    values (${personId}, ${id}, ${creator.id}, ${creator.name}, ${creator.email}, 'admin')`
  await audit(sql, 'workspace.created', {
    workspaceId: id,
    accountId: creator.id,
    detail: { slug },
  })
  return { id, slug, name, personId }
}

async function insertWithFreeSlug(sql: ISql, id: Id, name: string): Promise<string> {
  const base = slugOf(name)
  for (let n = 1; ; n++) {
    const slug =
      n === 1 ? base : `${base}-${n <= MAX_NUMBERED_SLUGS ? n : randomBytes(4).toString('hex')}`
    const created = await sql`
      insert into workspace (id, slug, name) values (${id}, ${slug}, ${name})
      on conflict (slug) do nothing`
    if (created.count > 0) return slug
  }
}
