import { randomBytes } from 'node:crypto'
import type { ISql } from 'postgres'
import { v7 as newId } from 'uuid'
import { database } from '@/db/client'
import type { Id } from '@/domain/words'
import { audit } from './audit'
import { shortName } from './names'
import { slugOf } from './slug'

export const workspaceName = shortName('Enter a name for the workspace.')

export interface MadeWorkspace {
  id: Id
  slug: string
  name: string
  /** The admin who made it. */
  personId: Id
}

const FIRST_TAKEN = 12

type Founder = { id: Id; name: string; email: string }

/** A new workspace with the account as its admin, for somebody who is signed in. */
export async function makeWorkspace(founder: Founder, name: string): Promise<MadeWorkspace> {
  const checked = workspaceName.parse(name)
  return database().sql.begin((sql) => insertWorkspace(sql, founder, checked))
}

/**
 * The same within a transaction. The slug is the name's, or the next free `name-2`, `name-3`; after
 * a dozen, one with a random end: a common name must not cost more with every workspace.
 */
export async function insertWorkspace(
  sql: ISql,
  founder: Founder,
  name: string,
): Promise<MadeWorkspace> {
  const id = newId()
  const slug = await takeSlug(sql, id, name)
  const personId = newId()
  await sql`
    insert into person (id, workspace_id, account_id, name, email, role)
    values (${personId}, ${id}, ${founder.id}, ${founder.name}, ${founder.email}, 'admin')`
  await audit(sql, 'workspace.created', {
    workspaceId: id,
    accountId: founder.id,
    detail: { slug },
  })
  return { id, slug, name, personId }
}

async function takeSlug(sql: ISql, id: Id, name: string): Promise<string> {
  const base = slugOf(name)
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n <= FIRST_TAKEN ? n : randomBytes(4).toString('hex')}`
    const made = await sql`
      insert into workspace (id, slug, name) values (${id}, ${slug}, ${name})
      on conflict (slug) do nothing`
    if (made.count > 0) return slug
  }
}
