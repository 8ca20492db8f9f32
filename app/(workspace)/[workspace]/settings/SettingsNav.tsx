'use client'

import { usePathname } from 'next/navigation'
import { cx } from '@/app/_ui/cx'
import { NearLink } from '@/app/_ui/NearLink'

const pages = [
  { path: 'people', label: 'People' },
  { path: 'time', label: 'Time' },
  { path: 'account', label: 'Your account' },
]

/** The pages of the settings, as links that look like tabs. */
export function SettingsNav({ workspace }: { workspace: string }) {
  const here = usePathname()
  return (
    <nav aria-label="Settings" className="flex gap-1 border-b border-line">
      {pages.map(({ path, label }) => {
        const href = `/${workspace}/settings/${path}`
        const current = here === href
        return (
          <NearLink
            key={path}
            href={href}
            aria-current={current ? 'page' : undefined}
            className={cx(
              '-mb-px flex h-control items-center border-b-2 px-2 font-medium transition-colors',
              current ? 'border-accent text-text' : 'border-transparent text-muted hover:text-text',
            )}
          >
            {label}
          </NearLink>
        )
      })}
    </nav>
  )
}
