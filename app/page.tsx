import { redirect } from 'next/navigation'
import { requireAccount } from '@/server/auth/pageAccess'
import { loadWorkspacesOfAccount } from '@/server/queries/account'

/** The start leads on: to the first workspace of whoever is signed in, else to the sign-in page. */
export default async function StartPage() {
  const account = await requireAccount()
  const [first] = await loadWorkspacesOfAccount(account)
  redirect(first ? `/${first.slug}` : '/new-workspace')
}
