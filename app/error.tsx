'use client'

import { LazyErrorState } from '@/app/_ui/LazyErrorState'

/** Replaces a page that failed to render. */
export default function PageError({
  error,
  retry,
}: {
  error: Error & { digest?: string }
  retry: () => void
}) {
  return (
    <main className="grid min-h-dvh place-items-center">
      <LazyErrorState
        isPage
        title="This page could not be shown"
        description="Everything you saved is safe. Try again; if it stays like this, the server's log says more."
        retry={retry}
        reference={error.digest}
      />
    </main>
  )
}
