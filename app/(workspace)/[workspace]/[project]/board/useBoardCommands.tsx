'use client'

import { ListFilter, Plus } from 'lucide-react'
import { useEffect } from 'react'
import { useProject } from '@/app/_client/react/hooks'
import { liveStatus } from '@/domain/project/project'
import { offerCommands } from '../../../_palette/registry'
import { useCompose } from './column/useCompose'
import { statusOf } from './desk/cell'
import { useDesk } from './desk/useDesk'
import { useBoard } from './useBoard'

/** What the board adds to the palette. */
export function useBoardCommands(): void {
  const desk = useDesk()
  const compose = useCompose()
  const { mayChange } = useBoard()
  const project = useProject()
  useEffect(() => {
    const columns = [...new Set([...desk.columns.keys()].map(statusOf))]
    const create = columns.map((id, place) => ({
      id: `create-${id}`,
      label: `Create task in ${liveStatus(project, id)?.name ?? ''}`,
      icon: <Plus />,
      keys: place === 0 ? 'C' : undefined,
      keywords: ['new', 'add'],
      run: () => compose(id),
    }))
    const filter = {
      id: 'filter',
      label: 'Filter the board',
      icon: <ListFilter />,
      keys: '/',
      run: () => document.querySelector<HTMLInputElement>('search input')?.focus(),
    }
    const commands = mayChange ? [...create, filter] : [filter]
    return offerCommands(() => [{ title: 'Board', commands }])
  }, [desk, compose, mayChange, project])
}
