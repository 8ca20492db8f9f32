'use client'

import { useCallback, useState } from 'react'
import { useProject } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { trpc } from '@/app/_client/trpc'
import { type CountedSprint, NO_FIGURES, type SprintPage } from '@/domain/sprint/figures'
import type { Sprint } from '@/domain/sprint/sprint'
import type { Moment } from '@/domain/words'
import { useAsked } from '../../../_sprint/useAsked'

/**
 * The sprints as they are now: what the replica knows of them at once, figures and those completed
 * as the server counts them.
 */
export function useSprints(first: SprintPage) {
  const { projectId } = useStore()
  const known = useProject().sprints
  const list = useCallback(
    (before: Moment | null) => trpc.sprint.list.query({ projectId, before }) as Promise<SprintPage>,
    [projectId],
  )
  const newest = useCallback(() => list(null), [list])
  const page = useAsked(newest, first).data ?? first
  const [older, setOlder] = useState<Pick<SprintPage, 'closed' | 'next'> | null>(null)
  const [state, setState] = useState<'ready' | 'loading' | 'failed'>('ready')
  const next = older ? older.next : page.next

  const more = async () => {
    setState('loading')
    try {
      const got = await list(next)
      setOlder((all) => ({ closed: [...(all?.closed ?? []), ...got.closed], next: got.next }))
      setState('ready')
    } catch {
      setState('failed')
    }
  }
  const counted = new Map([...page.open, ...page.closed].map((each) => [each.id, each]))
  const here = known.filter((each) => !each.removedAt).map((each) => withFigures(each, counted))
  const ended = here.filter((each) => each.state === 'closed' && !isIn(page.closed, each))
  // What is completed but goes on again is among the open ones already.
  const closed = [...ended, ...page.closed, ...(older?.closed ?? [])].filter(
    (each) => !here.some((other) => other.id === each.id && other.state !== 'closed'),
  )
  return {
    open: here.filter((each) => each.state !== 'closed'),
    closed: [...new Map(closed.map((each) => [each.id, each])).values()],
    more: next ? () => void more() : null,
    state,
  }
}

const isIn = (list: readonly Sprint[], sprint: Sprint) => list.some((each) => each.id === sprint.id)

function withFigures(sprint: Sprint, counted: ReadonlyMap<string, CountedSprint>): CountedSprint {
  const figures = counted.get(sprint.id)
  return { ...sprint, all: figures?.all ?? NO_FIGURES, done: figures?.done ?? NO_FIGURES }
}
