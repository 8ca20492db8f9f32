'use client'

import { Archive, ArrowDownToLine, ArrowUpToLine, Timer, TimerOff } from 'lucide-react'
import { useProject } from '@/app/_client/react/hooks'
import type { MenuGroup, MenuItem } from '@/app/_ui/Menu'
import { MenuPopup } from '@/app/_ui/MenuPopup'
import { useTimerActs } from '../../../../_time/timer/useTimerActs'
import { useMoves } from '../acts/useMoves'
import { useCardItems } from './useCardItems'
import { type Asked, useDoor } from './useDoor'

/** Everything that can be done with a card. */
export function CardMenu({ card, asking, onClose }: Asked) {
  const { taskKey, opening, status, fields } = useCardItems(card)
  const { moveTo, archive } = useMoves()
  const timer = useTimerActs()
  const { id: projectId } = useProject()
  const isTimed = timer.running?.taskId === card.id
  const door = useDoor({ asking, onClose })
  const end = (label: string, at: 'top' | 'bottom', icon: MenuItem['icon']): MenuItem => ({
    label,
    icon,
    onPick: () => {
      onClose()
      moveTo(card.id, card.statusId, { end: at })
    },
  })
  const groups: MenuGroup[] = [
    { items: opening },
    {
      items: [
        status('Move to…'),
        end('To the top', 'top', <ArrowUpToLine />),
        end('To the bottom', 'bottom', <ArrowDownToLine />),
      ],
    },
    { items: fields },
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
