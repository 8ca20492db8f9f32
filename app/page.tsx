import { redirect } from 'next/navigation'
import { requireAccount } from '@/server/auth/pageAccess'
import { loadWorkspacesOfAccount } from '@/server/queries/account'

/**
 * Redirects to the first workspace of the signed-in user, or to the form that creates one. Without
 * a session, the user signs in first.
 */
export default async function StartPage() {
  const account = await requireAccount()
  const [first] = await loadWorkspacesOfAccount(account)
  redirect(first ? `/${first.slug}` : '/new-workspace')
}
