'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { onFirstSign } from '@/app/_ui/firstSign'
import { onDemand } from '@/app/_ui/onDemand'
import type { Id } from '@/domain/words'
import { BulkLayer } from '../../../_select/BulkLayer'
import { useDesk, useDeskPart } from '../board/desk/useDesk'
import { closeTask } from '../board/task-address'
import { useHand } from './hand/useHand'
import { useBacklogCommands } from './useBacklogCommands'

const TaskPanel = onDemand(() => import('../../../_task/TaskPanel').then((part) => part.TaskPanel))
const AskLayer = onDemand(() => import('./ask/AskLayer').then((part) => part.AskLayer), {
  takesKeys: true,
})

/** What lies over the backlog, each fetched when first needed: the open task, menus and lists. */
export function BacklogLayers() {
  const desk = useDesk()
  const hand = useHand()
  const taskKey = useSearchParams().get('task')
  const asking = useDeskPart((state) => state.asking !== null)
  const [asked, setAsked] = useState(false)
  if (asking && !asked) setAsked(true)
  useBacklogCommands()

  useEffect(
    () =>
      onFirstSign(() => {
        void AskLayer.preload()
        void TaskPanel.preload()
      }),
    [],
  )

  const close = (taskId?: Id) => {
    closeTask()
    const id = taskId ?? desk.state.active
    if (id && hand.sectionOf(id)) desk.focus(id)
  }
  return (
    <>
      {taskKey ? <TaskPanel taskKey={taskKey} onClose={close} /> : null}
      {asked ? <AskLayer /> : null}
      <BulkLayer />
    </>
  )
}
