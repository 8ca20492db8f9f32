import type { Metadata } from 'next'
import Link from 'next/link'
import { JoinButton } from '@/app/_features/auth/JoinButton'
import { JoinForm } from '@/app/_features/auth/JoinForm'
import { SignInProviders } from '@/app/_features/auth/SignInProviders'
import { ButtonLink } from '@/app/_ui/ButtonLink'
import { optionalAccount } from '@/server/auth/pageAccess'
import { signInProviders } from '@/server/auth/signInProviders'
import { loadWorkspacesOfAccount } from '@/server/queries/account'
import { type InvitationView, loadInvitation } from '@/server/queries/invitation'

// The URL is a secret, so other sites and search engines must not receive it.
export const metadata: Metadata = {
  title: 'Invitation',
  referrer: 'no-referrer',
  robots: { index: false },
}

type Props = { params: Promise<{ token: string }> }

/** Shows an invitation and the ways to accept it. */
export default async function InvitationPage({ params }: Props) {
  const { token } = await params
  const invitation = await loadInvitation(token)
  if (!invitation) return <InvitationExpired />
  const account = await optionalAccount()
  return (
    <>
      <InvitationHeading invitation={invitation} />
      {account ? (
        <SignedInInvitation token={token} invitation={invitation} account={account} />
      ) : (
        <SignedOutInvitation token={token} email={invitation.email} />
      )}
    </>
  )
}

function InvitationHeading({
  invitation: { workspace, invitedBy, role, placeholder },
}: {
  invitation: InvitationView
}) {
  const permission = role === 'viewer' ? 'look at everything' : 'work on everything'
  return (
    <div>
      <h1 className="text-title font-semibold">Join {workspace}</h1>
      <p className="mt-1 text-muted">
        {invitedBy} invites you as {role === 'admin' ? 'an admin' : `a ${role}`}: you may{' '}
        {permission}
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

async function SignedInInvitation({ token, invitation, account }: SignedInProps) {
  const ownWorkspaces = await loadWorkspacesOfAccount(account)
  if (ownWorkspaces.some((each) => each.slug === invitation.slug)) {
    return (
      <>
        <p>You are in this workspace already, as {account.email}.</p>
        <ButtonLink href={`/${invitation.slug}`}>Open {invitation.workspace}</ButtonLink>
      </>
    )
  }
  const isForAnotherEmail = invitation.email !== null && invitation.email !== account.email
  return (
    <JoinButton
      token={token}
      workspace={invitation.workspace}
      email={account.email}
      onlyFor={isForAnotherEmail ? invitation.email : null}
    />
  )
}

function SignedOutInvitation({ token, email }: { token: string; email: string | null }) {
  const invitationPath = `/invite/${token}`
  return (
    <>
      <JoinForm token={token} email={email} />
      <SignInProviders providers={signInProviders().external} next={invitationPath} />
      <p className="text-muted">
        You have an account?{' '}
        <Link
          href={`/sign-in?next=${encodeURIComponent(invitationPath)}`}
          className="font-medium text-accent-ink hover:underline"
        >
          Sign in to join
        </Link>
      </p>
    </>
  )
}

function InvitationExpired() {
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
