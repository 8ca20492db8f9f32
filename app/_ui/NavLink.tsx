'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { cx } from './cx'
import { Kbd } from './Kbd'

type Props = {
  href: string
  label: string
  icon?: ReactNode
  /** What waits there: "3" in the inbox. */
  count?: number
  keys?: string
  /** Lit on the pages below it as well. */
  within?: boolean
}

function useIsHere(href: string, within = false): boolean {
  const path = usePathname()
  return path === href || (within && path.startsWith(`${href}/`))
}

/**
 * Fetches the page ahead only when the pointer or the focus comes near: a side bar of ten links
 * would otherwise load ten pages' data and code with every page.
 */
function useFetchAhead() {
  const [near, setNear] = useState(false)
  const come = () => setNear(true)
  return { prefetch: near ? null : false, onPointerEnter: come, onFocus: come, onTouchStart: come }
}

/** One line of the side bar. */
export function NavLink({ href, label, icon, count, keys, within }: Props) {
  const here = useIsHere(href, within)
  const ahead = useFetchAhead()
  return (
    <Link
      {...ahead}
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
    </Link>
  )
}

/** One place in the bottom navigation of a phone. */
export function BottomLink({ href, label, icon, count, within }: Props) {
  const here = useIsHere(href, within)
  const ahead = useFetchAhead()
  return (
    <Link
      {...ahead}
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
    </Link>
  )
}
