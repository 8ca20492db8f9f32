'use client'

import { type ComponentProps, type ComponentType, lazy, Suspense } from 'react'
import type { ErrorState } from './ErrorState'

type Props = ComponentProps<typeof ErrorState>

const LoadedErrorState = lazy<ComponentType<Props>>(() =>
  import('./ErrorState').then(
    (module) => ({ default: module.ErrorState }),
    () => ({ default: ({ title, description }: Props) => `${title}. ${description}` }),
  ),
)

/**
 * `ErrorState` for pages that stand ready on every visit and are hardly ever seen: its code comes
 * when it is needed, and where even that fails the same words stand alone.
 */
export function LazyErrorState(props: Props) {
  return (
    <Suspense fallback={null}>
      <LoadedErrorState {...props} />
    </Suspense>
  )
}
