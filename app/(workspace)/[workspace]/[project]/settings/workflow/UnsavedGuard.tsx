'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { ConfirmDialog } from '@/app/_ui/ConfirmDialog'
import { guardLeaving } from '@/app/_ui/leave'

type Props = {
  when: boolean
  /** What would be lost, a sentence each. */
  lost: () => string[]
}

/**
 * Asks before a page with unsaved changes is left: by a link, a key, the palette, the browser's
 * Back and Forward, or by closing it. A step in the browser's history is stopped before Next hears
 * of it, and taken once it is agreed to; a browser without the Navigation API takes it unasked.
 */
export function UnsavedGuard({ when, lost }: Props) {
  const router = useRouter()
  const [leave, setLeave] = useState<{ go: () => void; lost: string[] } | null>(null)
  const agreed = useRef(false)
  const losing = useRef(lost)
  useEffect(() => {
    losing.current = lost
  })
  useEffect(() => {
    if (!when) return
    agreed.current = false
    const ask = (go: () => void) => setLeave({ go, lost: losing.current() })
    const close = (event: BeforeUnloadEvent) => {
      if (!agreed.current) event.preventDefault()
    }
    const click = (event: MouseEvent) => {
      const goal = goalOf(event)
      if (!goal || agreed.current) return
      event.preventDefault()
      event.stopPropagation()
      ask(() => router.push(goal))
    }
    const step = (event: NavigateEvent) => {
      const { key, sameDocument } = event.destination
      // What leaves the document is asked about when that unloads.
      const isStep = event.navigationType === 'traverse' && sameDocument && event.cancelable
      if (!isStep || agreed.current) return
      event.preventDefault()
      ask(() => void window.navigation.traverseTo(key))
    }
    const done = guardLeaving((go) => (agreed.current ? go() : ask(go)))
    const history = 'navigation' in window ? window.navigation : null
    window.addEventListener('beforeunload', close)
    document.addEventListener('click', click, true)
    history?.addEventListener('navigate', step)
    return () => {
      done()
      window.removeEventListener('beforeunload', close)
      document.removeEventListener('click', click, true)
      history?.removeEventListener('navigate', step)
    }
  }, [when, router])
  return (
    <ConfirmDialog
      open={leave !== null}
      onOpenChange={(open) => (open ? null : setLeave(null))}
      title="Leave without saving the workflow?"
      confirm="Leave"
      danger
      onConfirm={() => {
        agreed.current = true
        leave?.go()
      }}
    >
      <p>This is not saved and would be lost:</p>
      <ul className="mt-1 max-h-40 list-disc overflow-y-auto pl-5">
        {leave?.lost.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </ConfirmDialog>
  )
}

/** Where a click would lead within the app; null where it leads nowhere, elsewhere, or to a new tab. */
function goalOf(event: MouseEvent): string | null {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  const held = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0
  if (!(link instanceof HTMLAnchorElement) || held || link.target === '_blank') return null
  if (link.origin !== window.location.origin || link.hash) return null
  return link.pathname + link.search
}
