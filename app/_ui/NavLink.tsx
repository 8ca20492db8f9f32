'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { Kbd } from './Kbd'
import { PrefetchLink } from './PrefetchLink'

type Props = {
  href: string
  label: string
  icon?: ReactNode
  /** Number of waiting items, for example in the inbox. */
  count?: number
  keys?: string
  /** Highlighted on subpages as well. */
  matchesSubpages?: boolean
  /** Overrides whether the link is current, when the path alone does not determine it. */
  isCurrent?: boolean
}

function useIsCurrentPath(href: string, within = false): boolean {
  const path = usePathname()
  return path === href || (within && path.startsWith(`${href}/`))
}

/** A link of the sidebar. */
export function NavLink({
  href,
  label,
  icon,
  count,
  keys,
  matchesSubpages,
  isCurrent: givenCurrent,
}: Props) {
  const matchesPath = useIsCurrentPath(href, matchesSubpages)
  const isCurrent = givenCurrent ?? matchesPath
  return (
    <PrefetchLink
      href={href}
      aria-current={isCurrent ? 'page' : undefined}
      className={cx(
        'flex h-control-small items-center gap-2 rounded-card px-2 font-medium transition-colors touch:h-control',
        isCurrent ? 'bg-hover text-text' : 'text-muted hover:bg-hover hover:text-text',
      )}
    >
      {icon ? <span className="text-faint [&_svg]:size-4">{icon}</span> : null}
      <span className="min-w-0 grow truncate">{label}</span>
      {keys ? <Kbd keys={keys} /> : null}
      {count ? <span className="text-faint tabular-nums">{count}</span> : null}
    </PrefetchLink>
  )
}

/** A link in the bottom navigation of a phone. */
export function MobileNavLink({ href, label, icon, count, matchesSubpages }: Props) {
  const isCurrent = useIsCurrentPath(href, matchesSubpages)
  return (
    <PrefetchLink
      href={href}
      aria-current={isCurrent ? 'page' : undefined}
      className={cx(
        'flex min-h-12 grow flex-col items-center justify-center gap-0.5 text-xs [&_svg]:size-5',
        isCurrent ? 'font-medium text-accent-ink' : 'text-muted',
      )}
    >
      {icon}
      <span>
        {label}
        {count ? ` ${count}` : null}
      </span>
    </PrefetchLink>
  )
}
