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
 * `ErrorState` for errors that are rarely shown. Loads its code when needed, and shows the plain
 * text when even that fails.
 */
export function LazyErrorState(props: Props) {
  return (
    <Suspense fallback={null}>
      <LoadedErrorState {...props} />
    </Suspense>
  )
}
