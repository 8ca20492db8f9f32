'use client'

import type { ReactNode } from 'react'
import { Kbd } from '@/app/_ui/Kbd'

type Props = {
  label: string
  icon: ReactNode
  keys?: string
  onPress: () => void
  /** True in the bottom navigation of a phone. */
  isMobile?: boolean
}

/** A navigation item that runs an action instead of following a link. */
export function NavButton({ label, icon, keys, onPress, isMobile }: Props) {
  if (isMobile)
    return (
      <button
        type="button"
        onClick={onPress}
        className="flex min-h-12 grow flex-col items-center justify-center gap-0.5 text-xs text-muted [&_svg]:size-5"
      >
        {icon}
        {label}
      </button>
    )
  return (
    <button
      type="button"
      onClick={onPress}
      className="flex h-control-small w-full items-center gap-2 rounded-card px-2 text-left font-medium text-muted transition-colors hover:bg-hover hover:text-text touch:h-control"
    >
      <span className="text-faint [&_svg]:size-4">{icon}</span>
      <span className="min-w-0 grow truncate">{label}</span>
      {keys ? <Kbd keys={keys} /> : null}
    </button>
  )
}
