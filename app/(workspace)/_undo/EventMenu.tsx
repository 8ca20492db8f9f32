'use client'

import { Ellipsis, Undo2 } from 'lucide-react'
import { useMe } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { isDone } from '@/app/_client/store/steps'
import type { Me } from '@/app/_client/store/types'
import { IconButton } from '@/app/_ui/IconButton'
import { Menu } from '@/app/_ui/Menu'
import { toast } from '@/app/_ui/toast'
import type { LoggedEvent } from '@/domain/events'
import type { Names } from '../_history/names'

/** Takes back what a line of the history tells, with all that its command did. */
export function EventMenu({ event, names }: { event: LoggedEvent; names: Names }) {
  const { steps } = useStore()
  const me = useMe()
  if (!mayTakeBack(event, me)) return null
  const count = names.commands.get(event.commandId)?.changes ?? 1
  const takeBack = () => {
    void steps.takeBack(event.commandId).answered.then((answer) => {
      if (answer?.outcome === 'unchanged') toast.info('This has been taken back already')
      if (!isDone(answer)) return
      const redo = () => void steps.redo()
      toast.info('Taken back', { action: { label: 'Redo', press: redo } })
    })
  }
  const label = count > 1 ? `Undo this: takes back ${count} changes` : 'Undo this'
  return (
    <Menu
      label="This change"
      align="end"
      groups={[{ items: [{ label, icon: <Undo2 />, onPick: takeBack }] }]}
      trigger={
        <IconButton
          size="small"
          label="Actions for this change"
          icon={<Ellipsis className="size-4" />}
          className="-my-0.5 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 touch:opacity-100"
        />
      }
    />
  )
}

/** Whether it is offered: the server decides again. */
function mayTakeBack({ type, taskId, actor, imported }: LoggedEvent, me: Me): boolean {
  if (me.role === 'viewer' || imported || type === 'project.created') return false
  if (type === 'conflict.found') return false
  if (/^(comment|worklog)\./.test(type)) return actor === me.id
  return taskId !== null || type.startsWith('sprint.') || me.role === 'admin'
}
