'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { ConfirmDialog } from '@/app/_ui/ConfirmDialog'
import { setNavigationGuard } from '@/app/_ui/navigationGuard'

type Props = {
  isActive: boolean
  /** Returns the changes that would be lost, one sentence each. */
  listLostChanges: () => string[]
}

/**
 * Asks before the user leaves a page with unsaved changes: by a link, a key, the palette, the
 * browser's Back and Forward, or by closing it. A history step is stopped before Next sees it and
 * repeated after confirmation. A browser without the Navigation API does not ask for history steps.
 */
export function UnsavedChangesGuard({ isActive, listLostChanges }: Props) {
  const router = useRouter()
  const [pendingNavigation, setPendingNavigation] = useState<{
    go: () => void
    lost: string[]
  } | null>(null)
  const isConfirmed = useRef(false)
  const latestListLostChanges = useRef(listLostChanges)
  useEffect(() => {
    latestListLostChanges.current = listLostChanges
  })
  useEffect(() => {
    if (!isActive) return
    isConfirmed.current = false
    const ask = (proceed: () => void) =>
      setPendingNavigation({ go: proceed, lost: latestListLostChanges.current() })
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      if (!isConfirmed.current) event.preventDefault()
    }
    const onClick = (event: MouseEvent) => {
      const targetUrl = linkTarget(event)
      if (!targetUrl || isConfirmed.current) return
      event.preventDefault()
      event.stopPropagation()
      ask(() => router.push(targetUrl))
    }
    const onNavigate = (event: NavigateEvent) => {
      const { key, sameDocument } = event.destination
      // Leaving the document is handled by `beforeunload`.
      const isStep = event.navigationType === 'traverse' && sameDocument && event.cancelable
      if (!isStep || isConfirmed.current) return
      event.preventDefault()
      ask(() => void window.navigation.traverseTo(key))
    }
    const removeGuard = setNavigationGuard((proceed) =>
      isConfirmed.current ? proceed() : ask(proceed),
    )
    const navigation = 'navigation' in window ? window.navigation : null
    window.addEventListener('beforeunload', onBeforeUnload)
    document.addEventListener('click', onClick, true)
    navigation?.addEventListener('navigate', onNavigate)
    return () => {
      removeGuard()
      window.removeEventListener('beforeunload', onBeforeUnload)
      document.removeEventListener('click', onClick, true)
      navigation?.removeEventListener('navigate', onNavigate)
    }
  }, [isActive, router])
  return (
    <ConfirmDialog
      open={pendingNavigation !== null}
      onOpenChange={(open) => (open ? null : setPendingNavigation(null))}
      title="Leave without saving the workflow?"
      confirmLabel="Leave"
      danger
      onConfirm={() => {
        isConfirmed.current = true
        pendingNavigation?.go()
      }}
    >
      <p>This is not saved and would be lost:</p>
      <ul className="mt-1 max-h-40 list-disc overflow-y-auto pl-5">
        {pendingNavigation?.lost.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </ConfirmDialog>
  )
}

/** Returns the in-app target of a click; null when it opens nothing, another site or a new tab. */
function linkTarget(event: MouseEvent): string | null {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0
  if (!(link instanceof HTMLAnchorElement) || opensElsewhere || link.target === '_blank')
    return null
  if (link.origin !== window.location.origin || link.hash) return null
  return link.pathname + link.search
}
