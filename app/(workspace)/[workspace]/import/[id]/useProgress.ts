import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { trpc } from '@/app/_client/trpc'
import { isBusy, type Summary } from '../words'

const POLL_MS = 700

/**
 * How far an import is, asked again and again while it is at work; the page is drawn anew when its
 * state changes. `away` says that the server does not answer at the moment.
 */
export function useProgress(workspace: string, first: Summary): { now: Summary; away: boolean } {
  const router = useRouter()
  const [now, setNow] = useState(first)
  const [away, setAway] = useState(false)
  const busy = isBusy(now)
  const { id } = first

  useEffect(() => {
    if (!busy) return
    let timer: ReturnType<typeof setTimeout>
    let gone = false
    const ask = async () => {
      try {
        const next = await trpc.import.progress.query({ workspace, id })
        if (gone) return
        setAway(false)
        setNow(next)
        if (!isBusy(next)) return router.refresh()
      } catch {
        if (!gone) setAway(true)
      }
      if (!gone) timer = setTimeout(ask, POLL_MS)
    }
    timer = setTimeout(ask, POLL_MS)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [busy, workspace, id, router])

  return { now, away }
}
