'use client'

import { Archive, ArrowDownToLine, ArrowUpToLine, Rows3 } from 'lucide-react'
import { useStore } from '@/app/_client/react/ProjectProvider'
import type { MenuGroup, MenuItem } from '@/app/_ui/Menu'
import { MenuPopup } from '@/app/_ui/MenuPopup'
import { useSelection } from '../../../../_select/useSelection'
import { useTaskActs } from '../../../../_task/acts/useTaskActs'
import { useCardItems } from '../../board/ask/useCardItems'
import { type Asked, useDoor } from '../../board/ask/useDoor'
import { sectionName } from '../acts/plan'
import { usePlanActs } from '../acts/usePlanActs'
import { useHand } from '../hand/useHand'

/** Everything that can be done with a row, or with all that is selected where it is part of that. */
export function RowMenu({ card, asking, onClose }: Asked) {
  const store = useStore()
  const hand = useHand()
  const selection = useSelection()
  const { taskKey, opening, status, fields } = useCardItems(card)
  const { archive } = useTaskActs()
  const { plan } = usePlanActs()
  const here = hand.sectionOf(card.id)
  const ids = selection.ids.has(card.id) ? hand.inOrder(selection.ids) : [card.id]
  const door = useDoor({ asking, onClose })
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
    { items: opening },
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
      items: [status('Status…'), ...fields],
    },
    {
      items: [{ label: 'Archive', icon: <Archive />, onPick: then(() => archive(card.id)) }],
    },
  ]
  return <MenuPopup door={door} label={`Actions for ${taskKey}`} groups={groups} />
}
