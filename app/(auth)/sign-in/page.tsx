import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { SignInForm } from '@/app/_features/auth/SignInForm'
import { SignInProviders } from '@/app/_features/auth/SignInProviders'
import { safeNextPath } from '@/app/_features/auth/safeNextPath'
import { optionalAccount } from '@/server/auth/pageAccess'
import { signInProviders } from '@/server/auth/signInProviders'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The sign-in page. Redirects users who are already signed in. */
export default async function SignInPage({ searchParams }: Props) {
  const query = await searchParams
  const next = safeNextPath(query.next ?? query.callbackUrl)
  if (await optionalAccount()) redirect(next)
  return (
    <>
      <h1 className="text-title font-semibold">Sign in</h1>
      <SignInForm
        next={next}
        error={signInErrorMessage(query.error)}
        demoAccounts={signInProviders().demoAccounts}
      />
      <SignInProviders providers={signInProviders().external} next={next} />
      <p className="text-muted">
        New here?{' '}
        <Link href="/sign-up" className="font-medium text-accent-ink hover:underline">
          Create a workspace
        </Link>
      </p>
    </>
  )
}

/** Returns the message for the error code that next-auth puts in the URL after a failed sign-in. */
function signInErrorMessage(error: string | string[] | undefined): string | undefined {
  if (error === undefined) return undefined
  if (error === 'Unverified') {
    return 'That account has no verified e-mail address. Verify it there, then come back.'
  }
  if (error === 'OAuthCallback') return 'The sign-in was cancelled. You can try again.'
  return 'You could not be signed in. Try again, or sign in with your password.'
}
