import type { ComponentProps, ReactNode } from 'react'
import { type ButtonSize, type ButtonTone, buttonLook } from './button-look'
import { cx } from './cx'
import { NearLink } from './NearLink'

type Props = ComponentProps<typeof NearLink> & {
  tone?: ButtonTone
  size?: ButtonSize
  icon?: ReactNode
}

/** A link to another page that looks like a button. */
export function ButtonLink({ tone, size, icon, className, children, ...rest }: Props) {
  return (
    <NearLink {...rest} className={cx(buttonLook(tone, size), className)}>
      {icon}
      {children}
    </NearLink>
  )
}
