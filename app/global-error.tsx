'use client'

import { LazyErrorState } from '@/app/_ui/LazyErrorState'
import './globals.css'

/** Replaces the whole app when its root layout failed to render. */
export default function AppError({
  error,
  retry,
}: {
  error: Error & { digest?: string }
  retry: () => void
}) {
  return (
    <html lang="en">
      <body>
        <title>Concord could not be shown</title>
        <main className="grid min-h-dvh place-items-center">
          <LazyErrorState
            isPage
            title="Concord could not be shown"
            description="Everything you saved is safe. Try again; if it stays like this, the server's log says more."
            retry={retry}
            reference={error.digest}
          />
        </main>
      </body>
    </html>
  )
}
