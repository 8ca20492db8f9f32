import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { SignInProviders } from '@/app/_features/auth/SignInProviders'
import { SignUpForm } from '@/app/_features/auth/SignUpForm'
import { optionalAccount } from '@/server/auth/pageAccess'
import { signInProviders } from '@/server/auth/signInProviders'

export const metadata: Metadata = { title: 'Create a workspace' }

/** Creates an account together with its first workspace. */
export default async function SignUpPage() {
  if (await optionalAccount()) redirect('/new-workspace')
  return (
    <>
      <h1 className="text-title font-semibold">Create a workspace</h1>
      <SignUpForm />
      <SignInProviders providers={signInProviders().external} next="/new-workspace" />
      <p className="text-muted">
        You have an account?{' '}
        <Link href="/sign-in" className="font-medium text-accent-ink hover:underline">
          Sign in
        </Link>
      </p>
    </>
  )
}
