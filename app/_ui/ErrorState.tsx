'use client'

import { Button } from './Button'

/** An error: what happened, what it means and what to do. */
export function ErrorState({
  title,
  description,
  retry,
  retrying,
  reference,
  isPage,
}: {
  title: string
  description: string
  retry?: () => void
  retrying?: boolean
  /** A reference to quote when asking for help. */
  reference?: string
  /** True when it replaces a whole page and is its heading. */
  isPage?: boolean
}) {
  const Title = isPage ? 'h1' : 'h2'
  return (
    <div
      role="alert"
      className="flex flex-col items-center justify-center gap-3 px-6 py-16 text-center"
    >
      <div className="max-w-96">
        <Title className="text-body font-semibold">{title}</Title>
        <p className="mt-1 text-pretty text-muted">{description}</p>
      </div>
      {retry ? (
        <Button onClick={retry} pending={retrying}>
          Try again
        </Button>
      ) : null}
      {reference ? <p className="text-xs text-faint">Reference {reference}</p> : null}
    </div>
  )
}
