import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { type ButtonSize, type ButtonTone, buttonLook } from './button-look'
import { cx } from './cx'

type Props = ComponentProps<typeof Link> & {
  tone?: ButtonTone
  size?: ButtonSize
  icon?: ReactNode
}

/** A link to another page that looks like a button. */
export function ButtonLink({ tone, size, icon, className, children, ...rest }: Props) {
  return (
    <Link {...rest} className={cx(buttonLook(tone, size), className)}>
      {icon}
      {children}
    </Link>
  )
}
