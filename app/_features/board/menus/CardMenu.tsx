'use client'

import { Archive, ArrowDownToLine, ArrowUpToLine, Timer, TimerOff } from 'lucide-react'
import { useTimerActions } from '@/app/_features/time/useTimerActions'
import { useProject } from '@/app/_replica/react/projectHooks'
import type { MenuGroup, MenuItem } from '@/app/_ui/Menu'
import { MenuPanel } from '@/app/_ui/MenuPanel'
import { useCardActions } from '../card/useCardActions'
import { useCardMenuItems } from '../useCardMenuItems'
import { type CardPopupProps, useCardPopup } from '../useCardPopup'

/** The menu of a card, with all its actions. */
export function CardMenu({ card, openPopup, onClose }: CardPopupProps) {
  const { taskKey, openItems, statusItem, fieldItems } = useCardMenuItems(card)
  const { moveTo: moveTask, archive: archiveTask } = useCardActions()
  const timer = useTimerActions()
  const { id: projectId } = useProject()
  const isTimerRunning = timer.running?.taskId === card.id
  const popup = useCardPopup({ openPopup, onClose })
  const moveToEndItem = (
    label: string,
    end: 'top' | 'bottom',
    icon: MenuItem['icon'],
  ): MenuItem => ({
    label,
    icon,
    onSelect: () => {
      onClose()
      moveTask(card.id, card.statusId, { end })
    },
  })
  const groups: MenuGroup[] = [
    { items: openItems },
    {
      items: [
        statusItem('Move to…'),
        moveToEndItem('To the top', 'top', <ArrowUpToLine />),
        moveToEndItem('To the bottom', 'bottom', <ArrowDownToLine />),
      ],
    },
    { items: fieldItems },
    {
      items: [
        {
          label: isTimerRunning ? 'Stop the timer' : 'Start the timer',
          icon: isTimerRunning ? <TimerOff /> : <Timer />,
          onSelect: () => {
            onClose()
            if (isTimerRunning) timer.stop()
            else timer.start(projectId, card.id)
          },
        },
        {
          label: 'Archive',
          icon: <Archive />,
          onSelect: () => {
            onClose()
            archiveTask(card.id)
          },
        },
      ],
    },
  ]
  return <MenuPanel state={popup} label={`Actions for ${taskKey}`} groups={groups} />
}
