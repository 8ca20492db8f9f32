'use client'

import { Avatar } from '@/app/_ui/Avatar'
import { lazyComponent } from '@/app/_ui/lazyComponent'
import { Popover } from '@/app/_ui/Popover'
import { useWorkspace } from './useWorkspace'

const AccountPanel = lazyComponent(() =>
  import('./account/AccountPanel').then((module) => module.AccountPanel),
)

/** The current user at the bottom of the sidebar. Opens account, theme and sign-out. */
export function AccountMenu() {
  const { me } = useWorkspace()
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
          onMouseEnter={() => void AccountPanel.preload()}
          className="flex h-control w-full items-center gap-2 rounded-card px-1.5 transition-colors hover:bg-hover"
        >
          <Avatar person={me} decorative />
          <span className="min-w-0 truncate font-medium">{me.name}</span>
        </button>
      }
    >
      <AccountPanel />
    </Popover>
  )
}
