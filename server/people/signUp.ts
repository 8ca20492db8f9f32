import type { z } from 'zod'
import { database } from '@/db/client'
import { insertAccount, type MadeAccount, newAccount, prepareAccount } from './accounts'
import { insertWorkspace, type MadeWorkspace, workspaceName } from './workspaces'

export const signUpInput = newAccount.extend({ workspace: workspaceName })
export type SignUp = z.infer<typeof signUpInput>

/**
 * A new account, its workspace, and the person in it as admin: all or nothing.
 * @param input.workspace the workspace's name; its slug is made from it
 * @throws ZodError naming the field, or Problem (conflict, field email) when the e-mail is taken
 */
export async function signUp(
  input: SignUp,
): Promise<{ account: MadeAccount; workspace: MadeWorkspace }> {
  const { workspace: name, ...person } = signUpInput.parse(input)
  const prepared = await prepareAccount(person)
  return database().sql.begin(async (sql) => {
    const account = await insertAccount(sql, prepared)
    return { account, workspace: await insertWorkspace(sql, account, name) }
  })
}
