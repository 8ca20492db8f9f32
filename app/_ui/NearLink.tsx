'use client'

import Link from 'next/link'
import { type ComponentProps, useState } from 'react'

/**
 * A link that fetches its page ahead only when the pointer, a finger or the focus comes near: a
 * page with twenty links would otherwise load twenty pages' data and code along with its own.
 */
export function NearLink(props: ComponentProps<typeof Link>) {
  const [near, setNear] = useState(false)
  const come = () => setNear(true)
  return (
    <Link
      prefetch={near ? null : false}
      onPointerEnter={come}
      onFocus={come}
      onTouchStart={come}
      {...props}
    />
  )
}
