'use client'

import { KeyRound, LogOut, UserRound } from 'lucide-react'
import { signOut } from '@/app/_api/auth'
import { PrefetchLink } from '@/app/_ui/PrefetchLink'
import { ThemeSwitch } from '@/app/_ui/ThemeSwitch'
import { toast } from '@/app/_ui/toast'
import { useWorkspace } from '../useWorkspace'

const itemClassName =
  'flex min-h-row w-full items-center gap-2 rounded-card px-2 hover:bg-hover [&_svg]:size-4 [&_svg]:text-muted'
const roleLabels = { admin: 'Admin', member: 'Member', viewer: 'Viewer' }

/** The account menu: current user, theme, account and sign-out. */
export function AccountPanel() {
  const { me, slug } = useWorkspace()
  const accountUrl = `/${slug}/settings/account`
  return (
    <>
      <div className="px-2 pt-1.5 pb-2">
        <p className="truncate font-medium">{me.name}</p>
        <p className="truncate text-muted">
          {me.email} · {roleLabels[me.role]}
        </p>
      </div>
      <div className="border-t border-line px-2 py-2">
        <p className="mb-1.5 text-xs font-medium text-faint">Theme</p>
        <ThemeSwitch />
      </div>
      <div className="border-t border-line pt-1">
        <PrefetchLink href={accountUrl} className={itemClassName}>
          <UserRound aria-hidden /> Account
        </PrefetchLink>
        <PrefetchLink href={`${accountUrl}#sessions`} className={itemClassName}>
          <KeyRound aria-hidden /> Where you are signed in
        </PrefetchLink>
        <button type="button" className={itemClassName} onClick={() => void signOutWithRetry()}>
          <LogOut aria-hidden /> Sign out
        </button>
      </div>
    </>
  )
}

async function signOutWithRetry(): Promise<void> {
  try {
    await signOut()
  } catch {
    toast.error('You are still signed in', {
      detail: 'The server could not be reached.',
      retry: () => void signOutWithRetry(),
    })
  }
}
