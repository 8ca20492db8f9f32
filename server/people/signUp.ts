import type { z } from 'zod'
import { database } from '@/db/client'
import { type CreatedAccount, insertAccount, newAccountSchema, prepareAccount } from './accounts'
import { type CreatedWorkspace, insertWorkspace, workspaceNameSchema } from './createWorkspace'

export const signUpSchema = newAccountSchema.extend({ workspace: workspaceNameSchema })
export type SignUpInput = z.infer<typeof signUpSchema>

/**
 * Creates an account, its workspace, and the person in it as admin: all or nothing.
 * @param input.workspace the workspace's name; its slug is derived from it
 * @throws ZodError naming the field, or ApiError (conflict, field email) when the e-mail is taken
 */
export async function signUp(
  input: SignUpInput,
): Promise<{ account: CreatedAccount; workspace: CreatedWorkspace }> {
  const { workspace: name, ...person } = signUpSchema.parse(input)
  const prepared = await prepareAccount(person)
  return database().db.transaction(async (db) => {
    const account = await insertAccount(db, prepared)
    return { account, workspace: await insertWorkspace(db, account, name) }
  })
}
