'use client'

import { usePathname } from 'next/navigation'
import { cx } from '@/app/_ui/cx'
import { PrefetchLink } from '@/app/_ui/PrefetchLink'

const SETTINGS_PAGES = [
  { path: 'people', label: 'People', forAdmins: false },
  { path: 'time', label: 'Time', forAdmins: false },
  { path: 'projections', label: 'Projections', forAdmins: true },
  { path: 'account', label: 'Your account', forAdmins: false },
]

/** Links to the pages of the settings, styled as tabs. */
export function WorkspaceSettingsNav({
  workspace,
  isAdmin,
}: {
  workspace: string
  isAdmin: boolean
}) {
  const pathname = usePathname()
  return (
    <nav aria-label="Settings" className="flex gap-1 border-b border-line">
      {SETTINGS_PAGES.filter(({ forAdmins }) => isAdmin || !forAdmins).map(({ path, label }) => {
        const href = `/${workspace}/settings/${path}`
        const isCurrent = pathname === href
        return (
          <PrefetchLink
            key={path}
            href={href}
            aria-current={isCurrent ? 'page' : undefined}
            className={cx(
              '-mb-px flex h-control items-center border-b-2 px-2 font-medium transition-colors',
              isCurrent
                ? 'border-accent text-text'
                : 'border-transparent text-muted hover:text-text',
            )}
          >
            {label}
          </PrefetchLink>
        )
      })}
    </nav>
  )
}
