import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { otherWaysIn } from '@/server/auth/providers'
import { currentAccount } from '@/server/auth/session'
import { OtherWaysIn } from '../OtherWaysIn'
import { SignUpForm } from './SignUpForm'

export const metadata: Metadata = { title: 'Create a workspace' }

/** A new account and its workspace in one go. */
export default async function SignUpPage() {
  if (await currentAccount()) redirect('/new-workspace')
  return (
    <>
      <h1 className="text-title font-semibold">Create a workspace</h1>
      <SignUpForm />
      <OtherWaysIn ways={otherWaysIn()} next="/new-workspace" />
      <p className="text-muted">
        You have an account?{' '}
        <Link href="/sign-in" className="font-medium text-accent-ink hover:underline">
          Sign in
        </Link>
      </p>
    </>
  )
}
