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
  SignalHigh,
  Tag,
  Timer,
  TimerOff,
} from 'lucide-react'
import { useMemo } from 'react'
import { useProject } from '@/app/_client/react/hooks'
import type { KnownCard } from '@/app/_client/store/types'
import type { MenuGroup, MenuItem } from '@/app/_ui/Menu'
import { MenuPopup } from '@/app/_ui/MenuPopup'
import { addresses } from '../../../../_frame/addresses'
import { copyLink } from '../../../../_task/acts/copy-link'
import { useTimerActs } from '../../../../_time/timer/useTimerActs'
import { useMoves } from '../acts/useMoves'
import type { Asking, Field } from '../desk/desk'
import { useDesk } from '../desk/useDesk'
import { openTask } from '../task-address'
import { useBoard } from '../useBoard'

type Props = { card: KnownCard; asking: Asking; onClose: () => void }

/** Everything that can be done with a card. */
export function CardMenu({ card, asking, onClose }: Props) {
  const desk = useDesk()
  const { slug, projectKey } = useBoard()
  const { moveTo, archive } = useMoves()
  const timer = useTimerActs()
  const { id: projectId } = useProject()
  const isTimed = timer.running?.taskId === card.id
  const taskKey = `${projectKey}-${card.number}`
  const whole = addresses.task(slug, taskKey)
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
  const end = (label: string, at: 'top' | 'bottom', icon: MenuItem['icon']): MenuItem => ({
    label,
    icon,
    onPick: () => {
      onClose()
      moveTo(card.id, card.statusId, { end: at })
    },
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
      items: [
        ask('status', 'Move to…', 'S', <CircleDashed />),
        end('To the top', 'top', <ArrowUpToLine />),
        end('To the bottom', 'bottom', <ArrowDownToLine />),
      ],
    },
    {
      items: [
        ask('assignees', 'Assign…', 'A', <CircleUser />),
        ask('priority', 'Priority…', 'P', <SignalHigh />),
        ask('labels', 'Labels…', 'L', <Tag />),
        ask('estimate', 'Estimate…', 'E', <Gauge />),
        ask('dueDate', 'Due date…', 'D', <CalendarDays />),
      ],
    },
    {
      items: [
        {
          label: isTimed ? 'Stop the timer' : 'Start the timer',
          icon: isTimed ? <TimerOff /> : <Timer />,
          onPick: () => {
            onClose()
            if (isTimed) timer.stop()
            else timer.start(projectId, card.id)
          },
        },
        {
          label: 'Archive',
          icon: <Archive />,
          onPick: () => {
            onClose()
            archive(card.id)
          },
        },
      ],
    },
  ]
  return <MenuPopup door={door} label={`Actions for ${taskKey}`} groups={groups} />
}
