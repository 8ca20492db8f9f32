import { v7 as newId } from 'uuid'
import { database } from '@/db/client'
import type { Id, Role } from '@/domain/kernel/primitives'
import { authorizeWorkspace } from '@/server/access/authorize'
import type { WorkspaceScope } from '@/server/access/scope'
import { createSession } from '@/server/auth/session'
import { type CreatedAccount, insertAccount } from '@/server/people/accounts'
import { addPerson } from '@/server/people/addPerson'
import { insertWorkspace } from '@/server/people/createWorkspace'

/** A person of a workspace, with everything that a test needs to act as that person. */
export interface TestPerson {
  account: CreatedAccount
  personId: Id
  workspaceId: Id
  slug: string
  scope: WorkspaceScope
}

let createdCount = 0

/** Creates an account without a password, which avoids the cost of hashing one. */
export async function makeAccount(name = `Person ${++createdCount}`): Promise<CreatedAccount> {
  const id = newId()
  return insertAccount(database().db, { id, name, email: `${id}@example.com`, passwordHash: null })
}

/** Creates a workspace and returns its admin. Requires `await testDatabase()`. */
export async function makeWorkspace(name = `Workspace ${++createdCount}`): Promise<TestPerson> {
  const account = await makeAccount()
  const workspace = await database().db.transaction((db) => insertWorkspace(db, account, name))
  return enterAs(account, workspace.id, workspace.slug, workspace.personId)
}

/** Adds a person with an account of their own to a workspace. */
export async function makePerson(
  workspace: { workspaceId: Id; slug: string },
  role: Role = 'member',
  name?: string,
): Promise<TestPerson> {
  const account = await makeAccount(name)
  const personId = await addPerson(database().db, workspace.workspaceId, account, role)
  return enterAs(account, workspace.workspaceId, workspace.slug, personId)
}

/** Returns a tRPC context with an active session of the person. */
export async function trpcContextFor(person: { account: { id: Id } }) {
  return {
    sessionId: await createSession(person.account.id, 'test'),
    ip: '127.0.0.1',
    userAgent: 'test',
  }
}

async function enterAs(account: CreatedAccount, workspaceId: Id, slug: string, personId: Id) {
  const scope = await authorizeWorkspace(account, slug)
  if (!scope) throw new Error('The person was not let into the workspace.')
  return { account, personId, workspaceId, slug, scope }
}
