'use client'

import {
  Archive,
  ArrowDownToLine,
  ArrowUpToLine,
  CalendarDays,
  CircleDashed,
  CircleUser,
  Gauge,
  Link2,
  Maximize2,
  PanelRight,
  Rows3,
  SignalHigh,
  Tag,
} from 'lucide-react'
import { useMemo } from 'react'
import { useStore } from '@/app/_client/react/ProjectProvider'
import type { KnownCard } from '@/app/_client/store/types'
import type { MenuGroup, MenuItem } from '@/app/_ui/Menu'
import { MenuPopup } from '@/app/_ui/MenuPopup'
import { addresses } from '../../../../_frame/addresses'
import { useSelection } from '../../../../_select/useSelection'
import { copyLink } from '../../../../_task/acts/copy-link'
import { useTaskActs } from '../../../../_task/acts/useTaskActs'
import type { Asking, Field } from '../../board/desk/desk'
import { useDesk } from '../../board/desk/useDesk'
import { openTask } from '../../board/task-address'
import { useBoard } from '../../board/useBoard'
import { sectionName } from '../acts/plan'
import { usePlanActs } from '../acts/usePlanActs'
import { useHand } from '../hand/useHand'

type Props = { card: KnownCard; asking: Asking; onClose: () => void }

/** Everything that can be done with a row, or with all that is selected where it is part of that. */
export function RowMenu({ card, asking, onClose }: Props) {
  const desk = useDesk()
  const store = useStore()
  const hand = useHand()
  const selection = useSelection()
  const { slug, projectKey } = useBoard()
  const { archive } = useTaskActs()
  const { plan } = usePlanActs()
  const taskKey = `${projectKey}-${card.number}`
  const whole = addresses.task(slug, taskKey)
  const here = hand.sectionOf(card.id)
  const ids = selection.ids.has(card.id)
    ? hand.order.filter((id) => selection.ids.has(id))
    : [card.id]
  const door = useMemo(
    () => ({
      open: true,
      byKeyboard: true,
      anchor: { current: asking.anchor },
      onOpenChange: (open: boolean) => (open ? undefined : onClose()),
    }),
    [asking, onClose],
  )
  const ask = (what: Field, label: string, keys: string, icon: MenuItem['icon']): MenuItem => ({
    label,
    keys,
    icon,
    onPick: () => {
      const anchor = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(card.id)}"]`)
      if (anchor) desk.set({ asking: { taskId: card.id, what, anchor } })
    },
  })
  const then = (act: () => void) => () => {
    onClose()
    act()
  }
  const end = (label: string, at: 'top' | 'bottom', icon: MenuItem['icon']): MenuItem => ({
    label,
    icon,
    onPick: then(() => here && plan(ids, here, { end: at })),
  })
  const groups: MenuGroup[] = [
    {
      items: [
        {
          label: 'Open',
          keys: 'Enter',
          icon: <PanelRight />,
          onPick: () => openTask(slug, taskKey, null),
        },
        { label: 'Open whole', icon: <Maximize2 />, href: whole },
        { label: 'Copy link', icon: <Link2 />, onPick: () => void copyLink(taskKey, whole) },
      ],
    },
    {
      title: ids.length > 1 ? `${ids.length} tasks` : undefined,
      items: [
        end('To top', 'top', <ArrowUpToLine />),
        end('To bottom', 'bottom', <ArrowDownToLine />),
        ...hand.sections
          .filter((section) => section !== here || ids.length > 1)
          .map((section) => ({
            label: `Move to ${sectionName(section, store.screen)}`,
            icon: <Rows3 />,
            onPick: then(() => plan(ids, section, { end: 'bottom' })),
          })),
      ],
    },
    {
      items: [
        ask('status', 'Status…', 'S', <CircleDashed />),
        ask('assignees', 'Assign…', 'A', <CircleUser />),
        ask('priority', 'Priority…', 'P', <SignalHigh />),
        ask('labels', 'Labels…', 'L', <Tag />),
        ask('estimate', 'Estimate…', 'E', <Gauge />),
        ask('dueDate', 'Due date…', 'D', <CalendarDays />),
      ],
    },
    {
      items: [{ label: 'Archive', icon: <Archive />, onPick: then(() => archive(card.id)) }],
    },
  ]
  return <MenuPopup door={door} label={`Actions for ${taskKey}`} groups={groups} />
}
