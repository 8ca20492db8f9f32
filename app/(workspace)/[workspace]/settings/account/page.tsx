import type { Metadata } from 'next'
import { PasswordForm } from '@/app/_features/account/PasswordForm'
import { SessionList } from '@/app/_features/account/SessionList'
import { requireAccount } from '@/server/access/pageAccess'
import { signInProviders } from '@/server/access/signInProviders'
import { loadSessions, loadSignInMethods } from '@/server/queries/account'

export const metadata: Metadata = { title: 'Your account' }

/** Who one is signed in as, the password, and where else one is signed in. */
export default async function AccountPage() {
  const account = await requireAccount()
  const [sessions, signInMethods] = await Promise.all([
    loadSessions(account),
    loadSignInMethods(account),
  ])
  const linkedProviders = signInProviders().external.filter((provider) =>
    signInMethods.providers.includes(provider.id),
  )
  return (
    <>
      <section aria-labelledby="you">
        <h2 id="you" className="text-body font-semibold">
          {account.name}
        </h2>
        <p className="text-muted">
          {account.email}
          {linkedProviders.length > 0
            ? ` · also signs in with ${linkedProviders.map((provider) => provider.name).join(', ')}`
            : ''}
        </p>
      </section>
      <SessionList sessions={sessions} />
      <PasswordForm hasPassword={signInMethods.password} email={account.email} />
    </>
  )
}
