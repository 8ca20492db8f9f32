'use client'

import {
  CalendarDays,
  CircleDashed,
  CircleUser,
  Gauge,
  Link2,
  Maximize2,
  PanelRight,
  SignalHigh,
  SquareCheck,
  Tag,
} from 'lucide-react'
import { useTaskSelection } from '@/app/_features/bulk/useTaskSelection'
import { routes } from '@/app/_features/shell/routes'
import { copyTaskLink } from '@/app/_features/task/copyTaskLink'
import { openTaskPanel } from '@/app/_features/task/openTaskPanel'
import type { ReplicaCard } from '@/app/_replica/replicaTypes'
import type { MenuItem } from '@/app/_ui/Menu'
import type { QuickEditField } from './state/boardUi'
import { useBoard } from './useBoard'
import { useBoardUi } from './useBoardUi'

/** Menu items that cards and backlog rows share: open, select, and edit fields. */
export function useCardMenuItems(card: ReplicaCard) {
  const boardUi = useBoardUi()
  const selection = useTaskSelection()
  const { slug, projectKey } = useBoard()
  const taskKey = `${projectKey}-${card.number}`
  const taskUrl = routes.task(slug, taskKey)
  const fieldItem = (
    field: QuickEditField,
    label: string,
    keys: string,
    icon: MenuItem['icon'],
  ): MenuItem => ({
    label,
    keys,
    icon,
    onSelect: () => {
      const anchor = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(card.id)}"]`)
      if (anchor) boardUi.update({ openPopup: { taskId: card.id, kind: field, anchor } })
    },
  })
  const openItems: MenuItem[] = [
    {
      label: 'Open',
      keys: 'Enter',
      icon: <PanelRight />,
      onSelect: () => openTaskPanel(taskKey),
    },
    { label: 'Open full page', icon: <Maximize2 />, href: taskUrl },
    { label: 'Copy link', icon: <Link2 />, onSelect: () => void copyTaskLink(taskKey, taskUrl) },
    {
      label: selection.ids.has(card.id) ? 'Deselect' : 'Select',
      keys: 'X',
      icon: <SquareCheck />,
      onSelect: () => selection.toggle(card.id),
    },
  ]
  const fieldItems = [
    fieldItem('assignees', 'Assign…', 'A', <CircleUser />),
    fieldItem('priority', 'Priority…', 'P', <SignalHigh />),
    fieldItem('labels', 'Labels…', 'L', <Tag />),
    fieldItem('estimate', 'Estimate…', 'E', <Gauge />),
    fieldItem('dueDate', 'Due date…', 'D', <CalendarDays />),
  ]
  const statusItem = (label: string) => fieldItem('status', label, 'S', <CircleDashed />)
  return { taskKey, openItems, statusItem, fieldItems }
}
