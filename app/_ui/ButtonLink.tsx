import type { ComponentProps, ReactNode } from 'react'
import { type ButtonSize, type ButtonTone, buttonClasses } from './buttonClasses'
import { cx } from './cx'
import { PrefetchLink } from './PrefetchLink'

type Props = ComponentProps<typeof PrefetchLink> & {
  tone?: ButtonTone
  size?: ButtonSize
  icon?: ReactNode
}

/** A link to another page, styled as a button. */
export function ButtonLink({ tone, size, icon, className, children, ...rest }: Props) {
  return (
    <PrefetchLink {...rest} className={cx(buttonClasses(tone, size), className)}>
      {icon}
      {children}
    </PrefetchLink>
  )
}
