'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useState } from 'react'
import { useProject } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { trpc } from '@/app/_client/trpc'
import type { Id } from '@/domain/words'
import { addresses, projectKeyOf } from '../_frame/addresses'
import { useWorkspace } from '../_frame/workspace'
import { numberOf } from './task-key'

/** Which task a key names. */
export type ByKey =
  | { state: 'here'; id: Id }
  | { state: 'loading' }
  | { state: 'missing' }
  | { state: 'failed'; retry: () => void }

type Asked = { key: string; found: Id | 'missing' | 'failed' | null }

/** The task of a key: from the loaded cards, else from the server. */
export function useTaskByKey(taskKey: string): ByKey {
  const store = useStore()
  const router = useRouter()
  const { slug } = useWorkspace()
  const { key } = useProject()
  const [asked, setAsked] = useState<Asked | null>(null)
  const number = projectKeyOf(taskKey) === key ? numberOf(taskKey) : null
  const known = number === null ? undefined : loaded(store, number)
  const answer = asked?.key === taskKey ? asked.found : null

  const ask = useCallback(async () => {
    if (number === null) return
    setAsked(null)
    const found = await trpc.task.open
      .query({ projectId: store.projectId, number })
      .then(({ task, movedTo }) => {
        if (movedTo) router.replace(addresses.taskOnBoard(slug, movedTo))
        return movedTo ? null : task.id
      })
      .catch((error) => (error.data?.code === 'NOT_FOUND' ? 'missing' : 'failed'))
    setAsked({ key: taskKey, found })
  }, [store, number, taskKey, router, slug])
  const unknown = known === undefined && number !== null
  useEffect(() => {
    if (unknown) void ask()
  }, [unknown, ask])

  const id = known ?? answer
  if (number === null || id === 'missing') return { state: 'missing' }
  if (id === 'failed') return { state: 'failed', retry: () => void ask() }
  return id ? { state: 'here', id } : { state: 'loading' }
}

function loaded(store: ReturnType<typeof useStore>, number: number): Id | undefined {
  for (const card of store.screen.cards.values())
    if (card.number === number && !card.movedTo) return card.id
  return undefined
}
