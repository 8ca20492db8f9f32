'use client'

import { Button } from './Button'

/** Something failed: what happened, what it means for the work, what to do. */
export function ErrorState({
  title,
  meaning,
  retry,
  retrying,
  reference,
  wholePage,
}: {
  title: string
  meaning: string
  retry?: () => void
  retrying?: boolean
  /** What to quote when asking for help. */
  reference?: string
  /** It stands in for a whole page, whose heading it is. */
  wholePage?: boolean
}) {
  const Title = wholePage ? 'h1' : 'h2'
  return (
    <div
      role="alert"
      className="flex flex-col items-center justify-center gap-3 px-6 py-16 text-center"
    >
      <div className="max-w-96">
        <Title className="text-read font-semibold">{title}</Title>
        <p className="mt-1 text-pretty text-muted">{meaning}</p>
      </div>
      {retry ? (
        <Button onClick={retry} pending={retrying}>
          Try again
        </Button>
      ) : null}
      {reference ? <p className="text-tiny text-faint">Reference {reference}</p> : null}
    </div>
  )
}
