'use client'

import { Button } from './Button'

/** Something failed: what happened, what it means for the work, what to do. */
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
  /** What to quote when asking for help. */
  reference?: string
  /** It stands in for a whole page, whose heading it is. */
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
