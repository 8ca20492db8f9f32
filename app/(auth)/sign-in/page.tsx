import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { visitorOfPage } from '@/server/access/page'
import { waysIn } from '@/server/access/waysIn'
import { nextPage } from '../next-page'
import { OtherWaysIn } from '../OtherWaysIn'
import { SignInForm } from './SignInForm'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Sign in; those who are signed in go on at once. */
export default async function SignInPage({ searchParams }: Props) {
  const asked = await searchParams
  const next = nextPage(asked.next ?? asked.callbackUrl)
  if (await visitorOfPage()) redirect(next)
  return (
    <>
      <h1 className="text-title font-semibold">Sign in</h1>
      <SignInForm next={next} problem={problemOf(asked.error)} demo={waysIn().demo} />
      <OtherWaysIn ways={waysIn().others} next={next} />
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
