import type { Metadata } from 'next'
import Link from 'next/link'
import { ButtonLink } from '@/app/_ui/ButtonLink'
import { visitorOfPage } from '@/server/access/page'
import { waysIn } from '@/server/access/waysIn'
import { workspacesOf } from '@/server/queries/account'
import { type InvitationView, invitationBehind } from '@/server/queries/invitation'
import { OtherWaysIn } from '../../OtherWaysIn'
import { JoinButton } from './JoinButton'
import { JoinForm } from './JoinForm'

// The address is a secret: it is told to no other site and to no search engine.
export const metadata: Metadata = {
  title: 'Invitation',
  referrer: 'no-referrer',
  robots: { index: false },
}

type Props = { params: Promise<{ token: string }> }

/** What a link invites to, and the way in. */
export default async function InvitationPage({ params }: Props) {
  const { token } = await params
  const invitation = await invitationBehind(token)
  if (!invitation) return <UsedUp />
  const account = await visitorOfPage()
  return (
    <>
      <Heading invitation={invitation} />
      {account ? (
        <SignedIn token={token} invitation={invitation} account={account} />
      ) : (
        <SignedOut token={token} email={invitation.email} />
      )}
    </>
  )
}

function Heading({
  invitation: { workspace, invitedBy, role, placeholder },
}: {
  invitation: InvitationView
}) {
  const may = role === 'viewer' ? 'look at everything' : 'work on everything'
  return (
    <div>
      <h1 className="text-title font-semibold">Join {workspace}</h1>
      <p className="mt-1 text-muted">
        {invitedBy} invites you as {role === 'admin' ? 'an admin' : `a ${role}`}: you may {may}
        {role === 'admin' ? ' and manage people' : ''}.
        {placeholder ? ` The tasks of ${placeholder} become yours.` : ''}
      </p>
    </div>
  )
}

type SignedInProps = {
  token: string
  invitation: InvitationView
  account: { id: string; email: string }
}

async function SignedIn({ token, invitation, account }: SignedInProps) {
  const mine = await workspacesOf(account)
  if (mine.some((each) => each.slug === invitation.slug)) {
    return (
      <>
        <p>You are in this workspace already, as {account.email}.</p>
        <ButtonLink href={`/${invitation.slug}`}>Open {invitation.workspace}</ButtonLink>
      </>
    )
  }
  const foreign = invitation.email !== null && invitation.email !== account.email
  return (
    <JoinButton
      token={token}
      workspace={invitation.workspace}
      email={account.email}
      onlyFor={foreign ? invitation.email : null}
    />
  )
}

function SignedOut({ token, email }: { token: string; email: string | null }) {
  const here = `/invite/${token}`
  return (
    <>
      <JoinForm token={token} email={email} />
      <OtherWaysIn ways={waysIn().others} next={here} />
      <p className="text-muted">
        You have an account?{' '}
        <Link
          href={`/sign-in?next=${encodeURIComponent(here)}`}
          className="font-medium text-accent-ink hover:underline"
        >
          Sign in to join
        </Link>
      </p>
    </>
  )
}

function UsedUp() {
  return (
    <>
      <div>
        <h1 className="text-title font-semibold">This invitation cannot be used any more</h1>
        <p className="mt-1 text-muted">
          It was used, withdrawn, or is older than seven days. Ask whoever sent it for a new one.
        </p>
      </div>
      <ButtonLink href="/">Go to your work</ButtonLink>
    </>
  )
}
