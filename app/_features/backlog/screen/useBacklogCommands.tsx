'use client'

import { ListFilter, Plus } from 'lucide-react'
import { useEffect } from 'react'
import { useBoard } from '@/app/_features/board/useBoard'
import { useOpenComposer } from '@/app/_features/board/useOpenComposer'
import { registerCommands } from '@/app/_features/palette/registerCommands'
import { BACKLOG_SECTION } from '@/domain/views/backlog'

/** Adds the backlog's commands to the command palette. */
export function useBacklogCommands(): void {
  const openComposer = useOpenComposer()
  const { canEdit } = useBoard()
  useEffect(() => {
    const create = {
      id: 'create-backlog',
      label: 'Create task in the backlog',
      icon: <Plus />,
      keys: 'C',
      keywords: ['new', 'add'],
      run: () => openComposer(BACKLOG_SECTION),
    }
    const filter = {
      id: 'filter',
      label: 'Filter the backlog',
      icon: <ListFilter />,
      keys: '/',
      run: () => document.querySelector<HTMLInputElement>('search input')?.focus(),
    }
    const commands = canEdit ? [create, filter] : [filter]
    return registerCommands(() => [{ title: 'Backlog', commands }])
  }, [openComposer, canEdit])
}
