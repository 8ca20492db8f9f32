'use client'

import { LazyErrorState } from '@/app/_ui/LazyErrorState'

/** Replaces a screen that failed to render. */
export default function WorkspaceError({
  error,
  retry,
}: {
  error: Error & { digest?: string }
  retry: () => void
}) {
  return (
    <main id="main" className="grid grow place-items-center">
      <h1 className="sr-only">This screen could not be shown</h1>
      <LazyErrorState
        title="This screen could not be shown"
        description="Your work is safe: what you changed is on the server or waits in this browser."
        retry={retry}
        reference={error.digest}
      />
    </main>
  )
}
