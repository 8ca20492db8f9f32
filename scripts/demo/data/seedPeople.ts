import { v5 as named } from 'uuid'
import { database } from '@/db/client'
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
  const { sql } = database()
  const [ada, ben] = DEMO_ACCOUNTS
  const [existing] = await sql`select id from account where email = ${ada.email}`
  if (!existing) await signUp({ ...ada, workspace: WORKSPACE })
  const [workspace] = await sql`
    select w.id, w.slug from workspace w join person p on p.workspace_id = w.id
    join account a on a.id = p.account_id where a.email = ${ada.email} order by w.created_at`
  const { id, slug } = workspace as unknown as { id: string; slug: string }
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
  const { sql } = database()
  const [existing] = await sql<
    { id: string }[]
  >`select id from account where email = ${account.email}`
  const { id } = existing ?? (await insertAccount(sql, account))
  await addPerson(sql, workspaceId, { ...account, id }, role)
  return loadScope(account.email, slug)
}

async function loadScope(email: string, slug: string): Promise<WorkspaceScope> {
  const { sql } = database()
  const [account] = await sql<{ id: string }[]>`select id from account where email = ${email}`
  const scope = account && (await authorizeWorkspace(account, slug))
  if (!scope) throw new Error(`${email} is not in the demo's workspace.`)
  return scope
}
