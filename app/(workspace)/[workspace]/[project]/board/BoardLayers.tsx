'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { onDemand } from '@/app/_ui/onDemand'
import { useDesk, useDeskPart } from './desk/useDesk'
import { closeTask } from './task-address'
import { useBoardCommands } from './useBoardCommands'

const TaskPanel = onDemand(() => import('../../../_task/TaskPanel').then((part) => part.TaskPanel))
const AskLayer = onDemand(() => import('./ask/AskLayer').then((part) => part.AskLayer))

/** What lies over the board, each fetched when first needed: the open task, menus and lists. */
export function BoardLayers() {
  const desk = useDesk()
  const taskKey = useSearchParams().get('task')
  const asking = useDeskPart((state) => state.asking !== null)
  const [asked, setAsked] = useState(false)
  if (asking && !asked) setAsked(true)
  useBoardCommands()

  // Once the board is there and the browser has nothing to do.
  useEffect(() => {
    const wait = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 2_000))
    wait(() => {
      void AskLayer.preload()
      void TaskPanel.preload()
    })
  }, [])

  const close = () => {
    closeTask()
    if (desk.state.active) desk.focus(desk.state.active)
  }
  return (
    <>
      {taskKey ? <TaskPanel taskKey={taskKey} onClose={close} /> : null}
      {asked ? <AskLayer /> : null}
    </>
  )
}
