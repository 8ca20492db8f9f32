'use client'

import { ListFilter, Plus, Undo2 } from 'lucide-react'
import { useEffect } from 'react'
import { BACKLOG } from '@/domain/backlog'
import { offerCommands } from '../../../_palette/registry'
import { undoLast } from '../../../_task/acts/undo'
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
    const undo = { id: 'undo', label: 'Undo', icon: <Undo2 />, keys: 'Ctrl Z', run: undoLast }
    const commands = mayChange ? [create, filter, undo] : [filter]
    return offerCommands(() => [{ title: 'Backlog', commands }])
  }, [compose, mayChange])
}
