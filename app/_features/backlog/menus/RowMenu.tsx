'use client'

import { Archive, ArrowDownToLine, ArrowUpToLine, Rows3 } from 'lucide-react'
import { useCardMenuItems } from '@/app/_features/board/useCardMenuItems'
import { type CardPopupProps, useCardPopup } from '@/app/_features/board/useCardPopup'
import { useTaskSelection } from '@/app/_features/bulk/useTaskSelection'
import { useTaskActions } from '@/app/_features/task/useTaskActions'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import type { MenuGroup, MenuItem } from '@/app/_ui/Menu'
import { MenuPanel } from '@/app/_ui/MenuPanel'
import { sectionName } from '../planning/planCommands'
import { usePlanActions } from '../planning/usePlanActions'
import { useBacklogUi } from '../state/useBacklogUi'

/** The menu of a row. Acts on the whole selection when the row is part of it. */
export function RowMenu({ card, openPopup, onClose }: CardPopupProps) {
  const store = useProjectStore()
  const backlogUi = useBacklogUi()
  const selection = useTaskSelection()
  const { taskKey, openItems, statusItem, fieldItems } = useCardMenuItems(card)
  const { archive: archiveTask } = useTaskActions()
  const { plan: planTasks } = usePlanActions()
  const currentSection = backlogUi.sectionOf(card.id)
  const ids = selection.ids.has(card.id) ? backlogUi.sortedByPosition(selection.ids) : [card.id]
  const popup = useCardPopup({ openPopup, onClose })
  const closeThen = (action: () => void) => () => {
    onClose()
    action()
  }
  const moveToEndItem = (
    label: string,
    end: 'top' | 'bottom',
    icon: MenuItem['icon'],
  ): MenuItem => ({
    label,
    icon,
    onSelect: closeThen(() => currentSection && planTasks(ids, currentSection, { end })),
  })
  const groups: MenuGroup[] = [
    { items: openItems },
    {
      title: ids.length > 1 ? `${ids.length} tasks` : undefined,
      items: [
        moveToEndItem('To top', 'top', <ArrowUpToLine />),
        moveToEndItem('To bottom', 'bottom', <ArrowDownToLine />),
        ...backlogUi.sections
          .filter((section) => section !== currentSection || ids.length > 1)
          .map((section) => ({
            label: `Move to ${sectionName(section, store.optimisticState)}`,
            icon: <Rows3 />,
            onSelect: closeThen(() => planTasks(ids, section, { end: 'bottom' })),
          })),
      ],
    },
    {
      items: [statusItem('Status…'), ...fieldItems],
    },
    {
      items: [
        { label: 'Archive', icon: <Archive />, onSelect: closeThen(() => archiveTask(card.id)) },
      ],
    },
  ]
  return <MenuPanel state={popup} label={`Actions for ${taskKey}`} groups={groups} />
}
