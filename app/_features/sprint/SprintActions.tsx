'use client'

import { Ellipsis, Play, SquareCheckBig } from 'lucide-react'
import { useRef, useState } from 'react'
import { useProject } from '@/app/_replica/react/projectHooks'
import { useCanWrite } from '@/app/_replica/react/useCanWrite'
import { afterPopupCloses } from '@/app/_ui/afterPopupCloses'
import { Button } from '@/app/_ui/Button'
import { IconButton } from '@/app/_ui/IconButton'
import { lazyComponent } from '@/app/_ui/lazyComponent'
import { Menu } from '@/app/_ui/Menu'
import type { Id } from '@/domain/kernel/primitives'
import type { Sprint } from '@/domain/sprint/sprint'
import { useSprintMenu } from './menu/useSprintMenu'

const StartSprintDialog = lazyComponent(() =>
  import('./dialogs/StartSprintDialog').then((module) => module.StartSprintDialog),
)
const CompleteSprintDialog = lazyComponent(() =>
  import('./dialogs/CompleteSprintDialog').then((module) => module.CompleteSprintDialog),
)
const SprintDialog = lazyComponent(() =>
  import('./dialogs/SprintDialog').then((module) => module.SprintDialog),
)
const CapacityDialog = lazyComponent(() =>
  import('./capacity/CapacityDialog').then((module) => module.CapacityDialog),
)
const DeleteSprintDialog = lazyComponent(() =>
  import('./dialogs/DeleteSprintDialog').then((module) => module.DeleteSprintDialog),
)

const dialogs = {
  start: StartSprintDialog,
  complete: CompleteSprintDialog,
  edit: SprintDialog,
  capacity: CapacityDialog,
  delete: DeleteSprintDialog,
}
export type SprintDialogName = keyof typeof dialogs

type Props = {
  sprintId: Id
  /** For sprints that the project's own list may not contain, such as those completed long ago. */
  sprint?: Sprint
}

/**
 * The actions of a sprint: start or complete as a button, the rest in a menu. People who may not
 * edit see only the links. Renders nothing until the sprint is known.
 */
export function SprintActions({ sprintId, sprint: fallbackSprint }: Props) {
  const canWrite = useCanWrite()
  const sprint = useProject().sprints.find((each) => each.id === sprintId) ?? fallbackSprint
  const [dialog, setDialog] = useState<{
    dialogName: SprintDialogName
    open: boolean
    openCount: number
  } | null>(null)
  const root = useRef<HTMLDivElement>(null)
  const openDialog = (dialogName: SprintDialogName) =>
    setDialog((last) => ({ dialogName, open: true, openCount: (last?.openCount ?? 0) + 1 }))
  const groups = useSprintMenu(sprint, canWrite, (what) => afterPopupCloses(() => openDialog(what)))
  if (!sprint || sprint.removedAt) return null

  const close = (open: boolean) => {
    setDialog((last) => last && { ...last, open })
    // The element that opened the dialog may have been removed together with its menu.
    if (open) return
    const menu = root.current?.querySelector<HTMLElement>('[aria-haspopup="menu"]')
    requestAnimationFrame(() => hasLostFocus() && menu?.focus())
  }
  const ActiveDialog = dialog ? dialogs[dialog.dialogName] : null
  return (
    <div ref={root} className="flex items-center gap-1">
      {canWrite && sprint.state === 'planned' ? (
        <Button
          size="small"
          icon={<Play aria-hidden className="size-3.5" />}
          onPointerEnter={() => void StartSprintDialog.preload()}
          onClick={() => openDialog('start')}
        >
          Start sprint
        </Button>
      ) : null}
      {canWrite && sprint.state === 'active' ? (
        <Button
          size="small"
          icon={<SquareCheckBig aria-hidden className="size-3.5" />}
          onPointerEnter={() => void CompleteSprintDialog.preload()}
          onClick={() => openDialog('complete')}
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
      {dialog && ActiveDialog ? (
        <ActiveDialog
          key={dialog.openCount}
          open={dialog.open}
          onOpenChange={close}
          sprint={sprint}
        />
      ) : null}
    </div>
  )
}

const hasLostFocus = () => !document.activeElement || document.activeElement === document.body
