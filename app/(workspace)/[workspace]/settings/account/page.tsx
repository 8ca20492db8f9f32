import type { Metadata } from 'next'
import { ApiProvider } from '@/app/_api/ApiProvider'
import { PasswordForm } from '@/app/_features/account/PasswordForm'
import { SessionList } from '@/app/_features/account/SessionList'
import { requireAccount } from '@/server/auth/pageAccess'
import { signInProviders } from '@/server/auth/signInProviders'
import { loadSignInMethods } from '@/server/queries/account'
import { prefetchHelpers } from '@/server/trpc/prefetch'

export const metadata: Metadata = { title: 'Your account' }

/** The user's account: name, e-mail, password and sessions. */
export default async function AccountPage() {
  const account = await requireAccount()
  const helpers = await prefetchHelpers()
  const [signInMethods] = await Promise.all([
    loadSignInMethods(account),
    helpers.account.sessions.fetch(),
  ])
  const linkedProviders = signInProviders().external.filter((provider) =>
    signInMethods.providers.includes(provider.id),
  )
  return (
    <ApiProvider state={helpers.dehydrate()}>
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
      <SessionList />
      <PasswordForm hasPassword={signInMethods.password} email={account.email} />
    </ApiProvider>
  )
}
