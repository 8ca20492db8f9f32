'use client'

import { ListFilter, Plus } from 'lucide-react'
import { useEffect } from 'react'
import { BACKLOG } from '@/domain/backlog'
import { offerCommands } from '../../../_palette/registry'
import { useCompose } from '../board/column/useCompose'
import { useBoard } from '../board/useBoard'

/** What the backlog adds to the palette. */
export function useBacklogCommands(): void {
  const compose = useCompose()
  const { mayChange } = useBoard()
  useEffect(() => {
    const create = {
      id: 'create-backlog',
      label: 'Create task in the backlog',
      icon: <Plus />,
      keys: 'C',
      keywords: ['new', 'add'],
      run: () => compose(BACKLOG),
    }
    const filter = {
      id: 'filter',
      label: 'Filter the backlog',
      icon: <ListFilter />,
      keys: '/',
      run: () => document.querySelector<HTMLInputElement>('search input')?.focus(),
    }
    const commands = mayChange ? [create, filter] : [filter]
    return offerCommands(() => [{ title: 'Backlog', commands }])
  }, [compose, mayChange])
}
