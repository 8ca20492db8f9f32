import type { ReactNode } from 'react'
import { cx } from './cx'
import type { Hue } from './hues'

/**
 * A small drawing in a box of 16 by 16 that carries a meaning. With `label` a screen reader reads
 * it and a tooltip shows it; without, it is decoration beside words.
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
