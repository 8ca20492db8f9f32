'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { onFirstSign } from '@/app/_ui/firstSign'
import { onDemand } from '@/app/_ui/onDemand'
import type { Id } from '@/domain/words'
import { BulkLayer } from '../../../_select/BulkLayer'
import { preloadComposer } from './column/ColumnFoot'
import { useDesk, useDeskPart } from './desk/useDesk'
import { goTo } from './keys/walk'
import { closeTask } from './task-address'
import { useBoardCommands } from './useBoardCommands'

const TaskPanel = onDemand(() => import('../../../_task/TaskPanel').then((part) => part.TaskPanel))
const AskLayer = onDemand(() => import('./ask/AskLayer').then((part) => part.AskLayer), {
  takesKeys: true,
})

/** What lies over the board, each fetched when first needed: the open task, menus and lists. */
export function BoardLayers() {
  const desk = useDesk()
  const taskKey = useSearchParams().get('task')
  const asking = useDeskPart((state) => state.asking !== null)
  const [asked, setAsked] = useState(false)
  if (asking && !asked) setAsked(true)
  useBoardCommands()

  useEffect(
    () =>
      onFirstSign(() => {
        void AskLayer.preload()
        void preloadComposer()
        void TaskPanel.preload()
      }),
    [],
  )

  const close = (taskId?: Id) => {
    closeTask()
    const id = taskId ?? desk.state.active
    const isShown = [...desk.columns.values()].some((column) => id && column.ids().includes(id))
    if (id && isShown) goTo(desk, id)
  }
  return (
    <>
      {taskKey ? <TaskPanel taskKey={taskKey} onClose={close} /> : null}
      {asked ? <AskLayer /> : null}
      <BulkLayer />
    </>
  )
}
