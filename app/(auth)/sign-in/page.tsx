import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { otherWaysIn } from '@/server/auth/providers'
import { currentAccount } from '@/server/auth/session'
import { DEMO_ACCOUNTS, isDemo } from '@/server/people/demoAccounts'
import { nextPage } from '../next-page'
import { OtherWaysIn } from '../OtherWaysIn'
import { SignInForm } from './SignInForm'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Sign in; those who are signed in go on at once. */
export default async function SignInPage({ searchParams }: Props) {
  const asked = await searchParams
  const next = nextPage(asked.next ?? asked.callbackUrl)
  if (await currentAccount()) redirect(next)
  return (
    <>
      <h1 className="text-title font-semibold">Sign in</h1>
      <SignInForm
        next={next}
        problem={problemOf(asked.error)}
        demo={isDemo() ? [...DEMO_ACCOUNTS] : []}
      />
      <OtherWaysIn ways={otherWaysIn()} next={next} />
      <p className="text-muted">
        New here?{' '}
        <Link href="/sign-up" className="font-medium text-accent-ink hover:underline">
          Create a workspace
        </Link>
      </p>
    </>
  )
}

// What next-auth says in the address when a provider sent somebody back without success.
function problemOf(error: string | string[] | undefined): string | undefined {
  if (error === undefined) return undefined
  if (error === 'Unverified') {
    return 'That account has no verified e-mail address. Verify it there, then come back.'
  }
  if (error === 'OAuthCallback') return 'Signing in there was stopped. You can try again.'
  return 'You could not be signed in. Try again, or sign in with your password.'
}
