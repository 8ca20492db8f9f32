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
import type { KnownCard } from '@/app/_client/store/types'
import type { MenuItem } from '@/app/_ui/Menu'
import { addresses } from '../../../../_frame/addresses'
import { useSelection } from '../../../../_select/useSelection'
import { copyLink } from '../../../../_task/acts/copy-link'
import type { Field } from '../desk/desk'
import { useDesk } from '../desk/useDesk'
import { openTask } from '../task-address'
import { useBoard } from '../useBoard'

/** What the menus of a card and of a row have in common: ways to open it, to select it, its fields. */
export function useCardItems(card: KnownCard) {
  const desk = useDesk()
  const selection = useSelection()
  const { slug, projectKey } = useBoard()
  const taskKey = `${projectKey}-${card.number}`
  const whole = addresses.task(slug, taskKey)
  const ask = (what: Field, label: string, keys: string, icon: MenuItem['icon']): MenuItem => ({
    label,
    keys,
    icon,
    onPick: () => {
      const anchor = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(card.id)}"]`)
      if (anchor) desk.set({ asking: { taskId: card.id, what, anchor } })
    },
  })
  const opening: MenuItem[] = [
    {
      label: 'Open',
      keys: 'Enter',
      icon: <PanelRight />,
      onPick: () => openTask(taskKey),
    },
    { label: 'Open whole', icon: <Maximize2 />, href: whole },
    { label: 'Copy link', icon: <Link2 />, onPick: () => void copyLink(taskKey, whole) },
    {
      label: selection.ids.has(card.id) ? 'Deselect' : 'Select',
      keys: 'X',
      icon: <SquareCheck />,
      onPick: () => selection.toggle(card.id),
    },
  ]
  const fields = [
    ask('assignees', 'Assign…', 'A', <CircleUser />),
    ask('priority', 'Priority…', 'P', <SignalHigh />),
    ask('labels', 'Labels…', 'L', <Tag />),
    ask('estimate', 'Estimate…', 'E', <Gauge />),
    ask('dueDate', 'Due date…', 'D', <CalendarDays />),
  ]
  const status = (label: string) => ask('status', label, 'S', <CircleDashed />)
  return { taskKey, opening, status, fields }
}
