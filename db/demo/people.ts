import { v5 as named } from 'uuid'
import { database } from '@/db/client'
import type { Role } from '@/domain/words'
import { enterWorkspace } from '@/server/access/enter'
import type { WorkspaceScope } from '@/server/access/scope'
import { insertAccount, prepareAccount } from '@/server/people/accounts'
import { addPerson } from '@/server/people/addPerson'
import { DEMO_ACCOUNTS } from '@/server/people/demoAccounts'
import { signUp } from '@/server/people/signUp'
import { DEMO } from './ids'

const WORKSPACE = 'Fieldwork'
/** Colleagues who fill the demo; nobody can sign in as them. */
const COLLEAGUES: [string, Role][] = [
  ['Chidi Lindqvist', 'member'],
  ['Dara Petrov', 'member'],
  ['Emil Tanaka', 'member'],
  ['Fay Romero', 'viewer'],
]

/**
 * The people of the demo: the two who can sign in, then those who work with them. Made once; a
 * second call finds them.
 */
export async function demoPeople(): Promise<WorkspaceScope[]> {
  const { sql } = database()
  const [ada, ben] = DEMO_ACCOUNTS
  const [known] = await sql`select id from account where email = ${ada.email}`
  if (!known) await signUp({ ...ada, workspace: WORKSPACE })
  const [workspace] = await sql`
    select w.id, w.slug from workspace w join person p on p.workspace_id = w.id
    join account a on a.id = p.account_id where a.email = ${ada.email} order by w.created_at`
  const { id, slug } = workspace as unknown as { id: string; slug: string }
  const scopes = [await entered(ada.email, slug)]
  scopes.push(await joined(id, slug, { ...(await prepareAccount(ben)) }, 'member'))
  for (const [name, role] of COLLEAGUES) {
    const email = `${name.split(' ')[0]?.toLowerCase()}@demo.example`
    const account = { id: named(email, DEMO), name, email, passwordHash: null }
    scopes.push(await joined(id, slug, account, role))
  }
  return scopes
}

async function joined(
  workspaceId: string,
  slug: string,
  account: Parameters<typeof insertAccount>[1],
  role: Role,
): Promise<WorkspaceScope> {
  const { sql } = database()
  const [known] = await sql<{ id: string }[]>`select id from account where email = ${account.email}`
  const { id } = known ?? (await insertAccount(sql, account))
  await addPerson(sql, workspaceId, { ...account, id }, role)
  return entered(account.email, slug)
}

async function entered(email: string, slug: string): Promise<WorkspaceScope> {
  const { sql } = database()
  const [account] = await sql<{ id: string }[]>`select id from account where email = ${email}`
  const scope = account && (await enterWorkspace(account, slug))
  if (!scope) throw new Error(`${email} is not in the demo's workspace.`)
  return scope
}
