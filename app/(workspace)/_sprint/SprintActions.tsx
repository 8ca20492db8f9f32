'use client'

import { Ellipsis, Play, SquareCheckBig } from 'lucide-react'
import { useRef, useState } from 'react'
import { useProject } from '@/app/_client/react/hooks'
import { Button } from '@/app/_ui/Button'
import { IconButton } from '@/app/_ui/IconButton'
import { Menu } from '@/app/_ui/Menu'
import { onDemand } from '@/app/_ui/onDemand'
import { oncePopupIsGone } from '@/app/_ui/popup-gone'
import type { Sprint } from '@/domain/sprint/sprint'
import type { Id } from '@/domain/words'
import { useMayWrite } from '../_task/useMayWrite'
import { useSprintMenu } from './useSprintMenu'

const StartDialog = onDemand(() => import('./StartDialog').then((part) => part.StartDialog))
const CompleteDialog = onDemand(() =>
  import('./CompleteDialog').then((part) => part.CompleteDialog),
)
const SprintDialog = onDemand(() => import('./SprintDialog').then((part) => part.SprintDialog))
const CapacityDialog = onDemand(() =>
  import('./CapacityDialog').then((part) => part.CapacityDialog),
)
const DeleteDialog = onDemand(() => import('./DeleteDialog').then((part) => part.DeleteDialog))

const dialogs = {
  start: StartDialog,
  complete: CompleteDialog,
  edit: SprintDialog,
  capacity: CapacityDialog,
  remove: DeleteDialog,
}
export type SprintAct = keyof typeof dialogs

type Props = {
  sprintId: Id
  /** Given where the project's own list may not hold it: long completed ones. */
  sprint?: Sprint
}

/**
 * What can be done with a sprint: start or complete it at a press, the rest in a menu. Those who
 * may not change it get the links alone; nothing while the sprint is not known.
 */
export function SprintActions({ sprintId, sprint: given }: Props) {
  const mayWrite = useMayWrite()
  const sprint = useProject().sprints.find((each) => each.id === sprintId) ?? given
  const [act, setAct] = useState<{ what: SprintAct; open: boolean; turn: number } | null>(null)
  const root = useRef<HTMLDivElement>(null)
  const ask = (what: SprintAct) =>
    setAct((last) => ({ what, open: true, turn: (last?.turn ?? 0) + 1 }))
  const groups = useSprintMenu(sprint, mayWrite, (what) => oncePopupIsGone(() => ask(what)))
  if (!sprint || sprint.removedAt) return null

  const close = (open: boolean) => {
    setAct((last) => last && { ...last, open })
    // What opened it may be gone, with the menu that it stood in.
    if (open) return
    const menu = root.current?.querySelector<HTMLElement>('[aria-haspopup="menu"]')
    requestAnimationFrame(() => isNowhere() && menu?.focus())
  }
  const Shown = act ? dialogs[act.what] : null
  return (
    <div ref={root} className="flex items-center gap-1">
      {mayWrite && sprint.state === 'planned' ? (
        <Button
          size="small"
          icon={<Play aria-hidden className="size-3.5" />}
          onPointerEnter={() => void StartDialog.preload()}
          onClick={() => ask('start')}
        >
          Start sprint
        </Button>
      ) : null}
      {mayWrite && sprint.state === 'active' ? (
        <Button
          size="small"
          icon={<SquareCheckBig aria-hidden className="size-3.5" />}
          onPointerEnter={() => void CompleteDialog.preload()}
          onClick={() => ask('complete')}
        >
          Complete sprint
        </Button>
      ) : null}
      <Menu
        label={`More for ${sprint.name}`}
        align="end"
        groups={groups}
        trigger={
          <IconButton
            size="small"
            label={`More for ${sprint.name}`}
            icon={<Ellipsis className="size-4" />}
          />
        }
      />
      {act && Shown ? (
        <Shown key={act.turn} open={act.open} onOpenChange={close} sprint={sprint} />
      ) : null}
    </div>
  )
}

const isNowhere = () => !document.activeElement || document.activeElement === document.body
