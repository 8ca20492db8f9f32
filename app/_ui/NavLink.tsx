'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { Kbd } from './Kbd'
import { NearLink } from './NearLink'

type Props = {
  href: string
  label: string
  icon?: ReactNode
  /** What waits there: "3" in the inbox. */
  count?: number
  keys?: string
  /** Lit on the pages below it as well. */
  within?: boolean
  /** Given: whether one is there, where the path alone does not tell. */
  here?: boolean
}

function useIsHere(href: string, within = false): boolean {
  const path = usePathname()
  return path === href || (within && path.startsWith(`${href}/`))
}

/** One line of the side bar. */
export function NavLink({ href, label, icon, count, keys, within, here: told }: Props) {
  const found = useIsHere(href, within)
  const here = told ?? found
  return (
    <NearLink
      href={href}
      aria-current={here ? 'page' : undefined}
      className={cx(
        'flex h-control-small items-center gap-2 rounded-card px-2 font-medium transition-colors touch:h-control',
        here ? 'bg-hover text-text' : 'text-muted hover:bg-hover hover:text-text',
      )}
    >
      {icon ? <span className="text-faint [&_svg]:size-4">{icon}</span> : null}
      <span className="min-w-0 grow truncate">{label}</span>
      {keys ? <Kbd keys={keys} /> : null}
      {count ? <span className="text-faint tabular-nums">{count}</span> : null}
    </NearLink>
  )
}

/** One place in the bottom navigation of a phone. */
export function BottomLink({ href, label, icon, count, within }: Props) {
  const here = useIsHere(href, within)
  return (
    <NearLink
      href={href}
      aria-current={here ? 'page' : undefined}
      className={cx(
        'flex min-h-12 grow flex-col items-center justify-center gap-0.5 text-tiny [&_svg]:size-5',
        here ? 'font-medium text-accent-ink' : 'text-muted',
      )}
    >
      {icon}
      <span>
        {label}
        {count ? ` ${count}` : null}
      </span>
    </NearLink>
  )
}
