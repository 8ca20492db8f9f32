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
import { useProject, useSend } from '@/app/_client/react/hooks'
import { announce } from '@/app/_ui/LiveRegion'
import type { MenuGroup, MenuItem } from '@/app/_ui/Menu'
import type { Sprint } from '@/domain/sprint/sprint'
import { addresses } from '../_frame/addresses'
import { useWorkspace } from '../_frame/workspace'
import type { SprintAct } from './SprintActions'

/** The lines of a sprint's menu, as its state and the reader's rights allow. */
export function useSprintMenu(
  sprint: Sprint | undefined,
  mayWrite: boolean,
  ask: (what: SprintAct) => void,
): MenuGroup[] {
  const send = useSend()
  const { slug } = useWorkspace()
  const { key, sprints } = useProject()
  if (!sprint) return []
  const { id, name, state } = sprint
  const line = (label: string, Icon: typeof Pencil, onPick: () => void): MenuItem => ({
    label,
    icon: <Icon />,
    onPick,
  })
  const links: MenuItem[] = [
    { label: 'Report', icon: <ChartNoAxesColumn />, href: addresses.sprint(slug, key, id) },
    { label: 'Board', icon: <Columns3 />, href: addresses.sprintBoard(slug, key, id) },
  ]
  const capacity = line('Capacity…', Gauge, () => ask('capacity'))
  if (!mayWrite) return [{ items: [capacity, ...links] }]
  if (state === 'closed') {
    const reopen = () => {
      send({ type: 'sprint.reopen', sprintId: id })
      announce(`${name} goes on.`)
    }
    return [{ items: links }, { items: [line('Reopen', RotateCcw, reopen)] }]
  }
  // Those that run and those planned are listed apart, each in their own order.
  const open = sprints.filter((each) => each.state === state && !each.removedAt)
  const place = open.findIndex((each) => each.id === id)
  const move = (before: Sprint | undefined, where: string) => () => {
    send({ type: 'sprint.move', sprintId: id, before: before?.id ?? null })
    announce(`${name} is moved ${where}.`)
  }
  const changes = [
    line('Edit…', Pencil, () => ask('edit')),
    capacity,
    ...(place > 0 ? [line('Move up', ArrowUp, move(open[place - 1], 'up'))] : []),
    ...(place < open.length - 1
      ? [line('Move down', ArrowDown, move(open[place + 2], 'down'))]
      : []),
  ]
  const remove = { ...line('Delete…', Trash2, () => ask('remove')), danger: true }
  return [
    { items: changes },
    { items: links },
    ...(state === 'planned' ? [{ items: [remove] }] : []),
  ]
}
