'use client'

import { useEffect, useRef } from 'react'
import { Button } from '@/app/_ui/Button'
import type { History } from './useHistory'

/** The end of what is loaded: asks for more when it comes into view, or by a press. */
export function OlderEnd({ history }: { history: History }) {
  const { next, state, more } = history
  const end = useRef<HTMLDivElement>(null)
  const newest = useRef(more)
  useEffect(() => {
    newest.current = more
  })
  useEffect(() => {
    if (!end.current || !next || state !== 'ready') return
    const seen = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && newest.current(),
      { rootMargin: '400px' },
    )
    seen.observe(end.current)
    return () => seen.disconnect()
  }, [next, state])

  if (state === 'failed') {
    return (
      <p role="alert" className="flex flex-wrap items-center gap-2 text-muted">
        The history could not be loaded. Nothing is lost.
        <Button size="small" onClick={more}>
          Try again
        </Button>
      </p>
    )
  }
  if (!next) return null
  return (
    <div ref={end}>
      <Button size="small" tone="bare" pending={state === 'loading'} onClick={more}>
        Show older
      </Button>
    </div>
  )
}
