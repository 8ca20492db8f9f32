'use client'

import { KeyRound, LogOut, UserRound } from 'lucide-react'
import { signOut } from '@/app/_client/auth'
import { NearLink } from '@/app/_ui/NearLink'
import { ThemeChoice } from '@/app/_ui/ThemeChoice'
import { toast } from '@/app/_ui/toast'
import { useWorkspace } from './workspace'

const line =
  'flex min-h-row w-full items-center gap-2 rounded-card px-2 hover:bg-hover [&_svg]:size-4 [&_svg]:text-muted'
const roles = { admin: 'Admin', member: 'Member', viewer: 'Viewer' }

/** What opens from one's own name: who one is, the theme, the account, the way out. */
export function AccountPanel() {
  const { me, slug } = useWorkspace()
  const account = `/${slug}/settings/account`
  return (
    <>
      <div className="px-2 pt-1.5 pb-2">
        <p className="truncate font-medium">{me.name}</p>
        <p className="truncate text-muted">
          {me.email} · {roles[me.role]}
        </p>
      </div>
      <div className="border-t border-line px-2 py-2">
        <p className="mb-1.5 text-tiny font-medium text-faint">Theme</p>
        <ThemeChoice />
      </div>
      <div className="border-t border-line pt-1">
        <NearLink href={account} className={line}>
          <UserRound aria-hidden /> Account
        </NearLink>
        <NearLink href={`${account}#sessions`} className={line}>
          <KeyRound aria-hidden /> Where you are signed in
        </NearLink>
        <button type="button" className={line} onClick={() => void leave()}>
          <LogOut aria-hidden /> Sign out
        </button>
      </div>
    </>
  )
}

async function leave(): Promise<void> {
  try {
    await signOut()
  } catch {
    toast.failed('You are still signed in', {
      detail: 'The server could not be reached.',
      retry: () => void leave(),
    })
  }
}
