import type { ReactNode } from 'react'
import { cx } from './cx'
import type { Hue } from './hues'

/**
 * An icon in a box of 16 by 16. With `label` it has an accessible name and a tooltip; without, it
 * is decorative.
 */
export function SvgIcon({
  label,
  hue,
  className,
  children,
}: {
  label?: string
  hue?: Hue
  className?: string
  children: ReactNode
}) {
  const accessibleProps = label
    ? { role: 'img', 'aria-label': label, 'data-tooltip': label }
    : undefined
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label; a title doubles the tooltip
    <svg
      viewBox="0 0 16 16"
      data-hue={hue}
      aria-hidden={!label}
      className={cx('size-3.5 shrink-0', className)}
      fill="none"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      {...accessibleProps}
    >
      {children}
    </svg>
  )
}
