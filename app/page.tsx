import { redirect } from 'next/navigation'
import { accountOfPage } from '@/server/access/page'
import { workspacesOf } from '@/server/queries/account'

/** The start leads on: to the first workspace of whoever is signed in, else to the sign-in page. */
export default async function StartPage() {
  const account = await accountOfPage()
  const [first] = await workspacesOf(account)
  redirect(first ? `/${first.slug}` : '/new-workspace')
}
