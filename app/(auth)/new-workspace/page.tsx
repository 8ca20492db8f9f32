import type { Metadata } from 'next'
import { NewWorkspaceForm } from '@/app/_features/auth/NewWorkspaceForm'
import { requireAccount } from '@/server/auth/pageAccess'

export const metadata: Metadata = { title: 'Create a workspace' }

/** Creates a workspace for a user who already has an account. */
export default async function NewWorkspacePage() {
  const account = await requireAccount()
  return (
    <>
      <div>
        <h1 className="text-title font-semibold">Create a workspace</h1>
        <p className="mt-1 text-muted">
          You are signed in as {account.email}. To join a workspace that exists, ask one of its
          admins for an invitation link.
        </p>
      </div>
      <NewWorkspaceForm />
    </>
  )
}
