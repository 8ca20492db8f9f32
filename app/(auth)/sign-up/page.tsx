import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { visitorOfPage } from '@/server/access/page'
import { waysIn } from '@/server/access/waysIn'
import { OtherWaysIn } from '../OtherWaysIn'
import { SignUpForm } from './SignUpForm'

export const metadata: Metadata = { title: 'Create a workspace' }

/** A new account and its workspace in one go. */
export default async function SignUpPage() {
  if (await visitorOfPage()) redirect('/new-workspace')
  return (
    <>
      <h1 className="text-title font-semibold">Create a workspace</h1>
      <SignUpForm />
      <OtherWaysIn ways={waysIn().others} next="/new-workspace" />
      <p className="text-muted">
        You have an account?{' '}
        <Link href="/sign-in" className="font-medium text-accent-ink hover:underline">
          Sign in
        </Link>
      </p>
    </>
  )
}
