import type { Metadata } from 'next'
import { accountOfPage } from '@/server/access/page'
import { waysIn } from '@/server/access/waysIn'
import { sessionsOf, waysInOf } from '@/server/queries/account'
import { PasswordForm } from './PasswordForm'
import { Sessions } from './Sessions'

export const metadata: Metadata = { title: 'Your account' }

/** Who one is signed in as, the password, and where else one is signed in. */
export default async function AccountPage() {
  const account = await accountOfPage()
  const [sessions, ways] = await Promise.all([sessionsOf(account), waysInOf(account)])
  const names = waysIn().others.filter((way) => ways.providers.includes(way.id))
  return (
    <>
      <section aria-labelledby="you">
        <h2 id="you" className="text-read font-semibold">
          {account.name}
        </h2>
        <p className="text-muted">
          {account.email}
          {names.length > 0
            ? ` · also signs in with ${names.map((way) => way.name).join(', ')}`
            : ''}
        </p>
      </section>
      <Sessions sessions={sessions} />
      <PasswordForm hasPassword={ways.password} email={account.email} />
    </>
  )
}
