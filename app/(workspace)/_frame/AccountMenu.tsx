'use client'

import { KeyRound, LogOut, UserRound } from 'lucide-react'
import Link from 'next/link'
import { signOut } from '@/app/_client/auth'
import { Avatar } from '@/app/_ui/Avatar'
import { Popover } from '@/app/_ui/Popover'
import { ThemeChoice } from '@/app/_ui/ThemeChoice'
import { toast } from '@/app/_ui/toast'
import { useWorkspace } from './workspace'

const line =
  'flex min-h-row w-full items-center gap-2 rounded-card px-2 hover:bg-hover [&_svg]:size-4 [&_svg]:text-muted'
const roles = { admin: 'Admin', member: 'Member', viewer: 'Viewer' }

/** Me at the foot of the side bar: account, theme, sign out. */
export function AccountMenu({ compact }: { compact?: boolean }) {
  const { me, slug } = useWorkspace()
  return (
    <Popover
      label="Your account"
      side="top"
      align="start"
      className="w-64 p-1"
      trigger={
        <button
          type="button"
          aria-label={`Your account: ${me.name}`}
          className="flex h-control w-full items-center gap-2 rounded-card px-1.5 transition-colors hover:bg-hover"
        >
          <Avatar person={{ name: me.name, id: me.email }} decorative />
          {compact ? null : <span className="min-w-0 truncate font-medium">{me.name}</span>}
        </button>
      }
    >
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
        <Link href={`/${slug}/settings/account`} className={line}>
          <UserRound aria-hidden /> Account
        </Link>
        <Link href={`/${slug}/settings/account#sessions`} className={line}>
          <KeyRound aria-hidden /> Where you are signed in
        </Link>
        <button type="button" className={line} onClick={() => void leave()}>
          <LogOut aria-hidden /> Sign out
        </button>
      </div>
    </Popover>
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
