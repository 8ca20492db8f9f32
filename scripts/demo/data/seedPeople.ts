import { eq } from 'drizzle-orm'
import { v5 as named } from 'uuid'
import { database } from '@/db/client'
import { account as accountTable, person, workspace as workspaceTable } from '@/db/schema/people'
import type { Role } from '@/domain/kernel/primitives'
import { authorizeWorkspace } from '@/server/access/authorize'
import type { WorkspaceScope } from '@/server/access/scope'
import { insertAccount, prepareAccount } from '@/server/people/accounts'
import { addPerson } from '@/server/people/addPerson'
import { DEMO_ACCOUNTS } from '@/server/people/demoAccounts'
import { signUp } from '@/server/people/signUp'
import { DEMO_NAMESPACE } from './demoNamespace'

const WORKSPACE = 'Fieldwork'
/** Colleagues in the demo who cannot sign in. */
const COLLEAGUES: [string, Role][] = [
  ['Chidi Lindqvist', 'member'],
  ['Dara Petrov', 'member'],
  ['Emil Tanaka', 'member'],
  ['Fay Romero', 'viewer'],
]

/**
 * Returns the people of the demo: the two who can sign in, then their colleagues. Created once; a
 * second call finds them.
 */
export async function seedPeople(): Promise<WorkspaceScope[]> {
  const [ada, ben] = DEMO_ACCOUNTS
  if (!(await findAccount(ada.email))) await signUp({ ...ada, workspace: WORKSPACE })
  const [workspace] = await database()
    .db.select({ id: workspaceTable.id, slug: workspaceTable.slug })
    .from(workspaceTable)
    .innerJoin(person, eq(person.workspaceId, workspaceTable.id))
    .innerJoin(accountTable, eq(accountTable.id, person.accountId))
    .where(eq(accountTable.email, ada.email))
    .orderBy(workspaceTable.createdAt)
  if (!workspace) throw new Error(`${ada.email} is in no workspace.`)
  const { id, slug } = workspace
  const scopes = [await loadScope(ada.email, slug)]
  scopes.push(await addMember(id, slug, { ...(await prepareAccount(ben)) }, 'member'))
  for (const [name, role] of COLLEAGUES) {
    const email = `${name.split(' ')[0]?.toLowerCase()}@demo.example`
    const account = { id: named(email, DEMO_NAMESPACE), name, email, passwordHash: null }
    scopes.push(await addMember(id, slug, account, role))
  }
  return scopes
}

async function addMember(
  workspaceId: string,
  slug: string,
  account: Parameters<typeof insertAccount>[1],
  role: Role,
): Promise<WorkspaceScope> {
  const { db } = database()
  const { id } = (await findAccount(account.email)) ?? (await insertAccount(db, account))
  await addPerson(db, workspaceId, { ...account, id }, role)
  return loadScope(account.email, slug)
}

async function loadScope(email: string, slug: string): Promise<WorkspaceScope> {
  const account = await findAccount(email)
  const scope = account && (await authorizeWorkspace(account, slug))
  if (!scope) throw new Error(`${email} is not in the demo's workspace.`)
  return scope
}

async function findAccount(email: string): Promise<{ id: string } | undefined> {
  const [account] = await database()
    .db.select({ id: accountTable.id })
    .from(accountTable)
    .where(eq(accountTable.email, email))
  return account
}
