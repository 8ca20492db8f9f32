'use client'

import { type ComponentProps, type ComponentType, lazy, Suspense } from 'react'
import type { ErrorState } from './ErrorState'

type Props = ComponentProps<typeof ErrorState>

const Whole = lazy<ComponentType<Props>>(() =>
  import('./ErrorState').then(
    (part) => ({ default: part.ErrorState }),
    () => ({ default: ({ title, meaning }: Props) => `${title}. ${meaning}` }),
  ),
)

/**
 * `ErrorState` for pages that stand ready on every visit and are hardly ever seen: its code comes
 * when it is needed, and where even that fails the same words stand alone.
 */
export function LateErrorState(props: Props) {
  return (
    <Suspense fallback={null}>
      <Whole {...props} />
    </Suspense>
  )
}
