'use client'

import {
  ArrowDown,
  ArrowUp,
  ChartNoAxesColumn,
  Columns3,
  Gauge,
  Pencil,
  RotateCcw,
  Trash2,
} from 'lucide-react'
import { routes } from '@/app/_features/shell/routes'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { useProject, useSend } from '@/app/_replica/react/projectHooks'
import { announce } from '@/app/_ui/LiveRegion'
import type { MenuGroup, MenuItem } from '@/app/_ui/Menu'
import type { Sprint } from '@/domain/sprint/sprint'
import type { SprintDialogName } from '../SprintActions'

/** Returns the menu items of a sprint for its state and the reader's permissions. */
export function useSprintMenu(
  sprint: Sprint | undefined,
  canWrite: boolean,
  openDialog: (action: SprintDialogName) => void,
): MenuGroup[] {
  const send = useSend()
  const { slug } = useWorkspace()
  const { key, sprints } = useProject()
  if (!sprint) return []
  const { id, name, state } = sprint
  const menuItem = (label: string, Icon: typeof Pencil, onSelect: () => void): MenuItem => ({
    label,
    icon: <Icon />,
    onSelect,
  })
  const links: MenuItem[] = [
    { label: 'Report', icon: <ChartNoAxesColumn />, href: routes.sprintReport(slug, key, id) },
    { label: 'Board', icon: <Columns3 />, href: routes.sprintBoard(slug, key, id) },
  ]
  const capacity = menuItem('Capacity…', Gauge, () => openDialog('capacity'))
  if (!canWrite) return [{ items: [capacity, ...links] }]
  if (state === 'closed') {
    const reopen = () => {
      send({ type: 'sprint.reopen', sprintId: id })
      announce(`${name} reopened.`)
    }
    return [{ items: links }, { items: [menuItem('Reopen', RotateCcw, reopen)] }]
  }
  // Active and planned sprints are listed separately, each in their own order.
  const sameStateSprints = sprints.filter((each) => each.state === state && !each.removedAt)
  const position = sameStateSprints.findIndex((each) => each.id === id)
  const move = (nextSprint: Sprint | undefined, direction: string) => () => {
    send({ type: 'sprint.move', sprintId: id, before: nextSprint?.id ?? null })
    announce(`${name} is moved ${direction}.`)
  }
  const editItems = [
    menuItem('Edit…', Pencil, () => openDialog('edit')),
    capacity,
    ...(position > 0
      ? [menuItem('Move up', ArrowUp, move(sameStateSprints[position - 1], 'up'))]
      : []),
    ...(position < sameStateSprints.length - 1
      ? [menuItem('Move down', ArrowDown, move(sameStateSprints[position + 2], 'down'))]
      : []),
  ]
  const remove = { ...menuItem('Delete…', Trash2, () => openDialog('delete')), danger: true }
  return [
    { items: editItems },
    { items: links },
    ...(state === 'planned' ? [{ items: [remove] }] : []),
  ]
}
