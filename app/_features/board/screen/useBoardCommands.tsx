'use client'

import { ListFilter, Plus } from 'lucide-react'
import { useEffect } from 'react'
import { registerCommands } from '@/app/_features/palette/registerCommands'
import { useProject } from '@/app/_replica/react/projectHooks'
import { findStatus } from '@/domain/project/project'
import { statusOfCell } from '../state/boardCell'
import { useBoard } from '../useBoard'
import { useBoardUi } from '../useBoardUi'
import { useOpenComposer } from '../useOpenComposer'

/** Adds the board's commands to the command palette. */
export function useBoardCommands(): void {
  const boardUi = useBoardUi()
  const openComposer = useOpenComposer()
  const { canEdit } = useBoard()
  const project = useProject()
  useEffect(() => {
    const statusIds = [...new Set([...boardUi.columns.keys()].map(statusOfCell))]
    const create = statusIds.map((id, index) => ({
      id: `create-${id}`,
      label: `Create task in ${findStatus(project, id)?.name ?? ''}`,
      icon: <Plus />,
      keys: index === 0 ? 'C' : undefined,
      keywords: ['new', 'add'],
      run: () => openComposer(id),
    }))
    const filter = {
      id: 'filter',
      label: 'Filter the board',
      icon: <ListFilter />,
      keys: '/',
      run: () => document.querySelector<HTMLInputElement>('search input')?.focus(),
    }
    const commands = canEdit ? [...create, filter] : [filter]
    return registerCommands(() => [{ title: 'Board', commands }])
  }, [boardUi, openComposer, canEdit, project])
}
