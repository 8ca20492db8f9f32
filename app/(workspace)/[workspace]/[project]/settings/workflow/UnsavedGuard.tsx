'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { ConfirmDialog } from '@/app/_ui/ConfirmDialog'

/** Asks before a page with unsaved changes is left, by a link or by closing it. */
export function UnsavedGuard({ when }: { when: boolean }) {
  const router = useRouter()
  const [goal, setGoal] = useState<string | null>(null)
  useEffect(() => {
    if (!when) return
    const leave = (event: BeforeUnloadEvent) => event.preventDefault()
    const click = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      const held = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0
      if (!(link instanceof HTMLAnchorElement) || held || link.target === '_blank') return
      if (link.origin !== window.location.origin || link.hash) return
      event.preventDefault()
      event.stopPropagation()
      setGoal(link.pathname + link.search)
    }
    window.addEventListener('beforeunload', leave)
    document.addEventListener('click', click, true)
    return () => {
      window.removeEventListener('beforeunload', leave)
      document.removeEventListener('click', click, true)
    }
  }, [when])
  return (
    <ConfirmDialog
      open={goal !== null}
      onOpenChange={(open) => (open ? null : setGoal(null))}
      title="Leave without saving the workflow?"
      confirm="Leave"
      danger
      onConfirm={() => {
        if (goal) router.push(goal)
      }}
    >
      <p>What you changed here is lost.</p>
    </ConfirmDialog>
  )
}
