'use client'

import { useEffect, useRef } from 'react'
import { Button } from '@/app/_ui/Button'
import type { PagedHistory } from './useHistory'

/** The end of the loaded history. Loads more when it scrolls into view or is pressed. */
export function LoadOlder({ history }: { history: PagedHistory }) {
  const { next, state, loadOlder } = history
  const endRef = useRef<HTMLDivElement>(null)
  const latestLoadOlder = useRef(loadOlder)
  useEffect(() => {
    latestLoadOlder.current = loadOlder
  })
  useEffect(() => {
    if (!endRef.current || !next || state !== 'ready') return
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && latestLoadOlder.current(),
      { rootMargin: '400px' },
    )
    observer.observe(endRef.current)
    return () => observer.disconnect()
  }, [next, state])

  if (state === 'failed') {
    return (
      <p role="alert" className="flex flex-wrap items-center gap-2 text-muted">
        The history could not be loaded. Nothing is lost.
        <Button size="small" onClick={loadOlder}>
          Try again
        </Button>
      </p>
    )
  }
  if (!next) return null
  return (
    <div ref={endRef}>
      <Button size="small" tone="ghost" pending={state === 'loading'} onClick={loadOlder}>
        Show older
      </Button>
    </div>
  )
}
