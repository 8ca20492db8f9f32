'use client'

import { type ComponentProps, lazy, Suspense } from 'react'
import type { ErrorState } from './ErrorState'

type Props = ComponentProps<typeof ErrorState>

const Whole = lazy(() =>
  import('./ErrorState').then(
    (part) => ({ default: part.ErrorState }),
    () => ({ default: Plain }),
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

function Plain({ title, meaning, retry }: Props) {
  return (
    <div role="alert" className="p-6">
      <h1 className="font-semibold">{title}</h1>
      <p>{meaning}</p>
      <button type="button" className="underline" onClick={retry}>
        Try again
      </button>
    </div>
  )
}
