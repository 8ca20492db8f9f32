'use client'

import { Ellipsis, Undo2 } from 'lucide-react'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useCurrentUser } from '@/app/_replica/react/projectHooks'
import type { CurrentUser } from '@/app/_replica/replicaTypes'
import { isApplied } from '@/app/_replica/store/undoStack'
import { IconButton } from '@/app/_ui/IconButton'
import { Menu } from '@/app/_ui/Menu'
import { toast } from '@/app/_ui/toast'
import type { StoredEvent } from '@/domain/events'
import type { NameLookup } from './nameLookup'

/** The menu of a history entry. Undoes the entry's command. */
export function EventMenu({ event, names }: { event: StoredEvent; names: NameLookup }) {
  const { undoStack } = useProjectStore()
  const me = useCurrentUser()
  if (!canUndoEvent(event, me)) return null
  const changeCount = names.commands.get(event.commandId)?.changeCount ?? 1
  const undoEvent = () => {
    void undoStack.undoCommand(event.commandId).result.then((result) => {
      if (result?.outcome === 'unchanged') toast.info('This has been undone already')
      if (!isApplied(result)) return
      const redo = () => void undoStack.redo()
      toast.info('Undone', { action: { label: 'Redo', run: redo } })
    })
  }
  const label = changeCount > 1 ? `Undo this: undoes ${changeCount} changes` : 'Undo this'
  return (
    <Menu
      label="This change"
      align="end"
      groups={[{ items: [{ label, icon: <Undo2 />, onSelect: undoEvent }] }]}
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

/** Returns true when undo is offered. The server checks again. */
function canUndoEvent({ type, taskId, actor, imported }: StoredEvent, me: CurrentUser): boolean {
  if (me.role === 'viewer' || imported || type === 'project.created') return false
  if (type === 'conflict.detected') return false
  if (/^(comment|worklog)\./.test(type)) return actor === me.id
  return taskId !== null || type.startsWith('sprint.') || me.role === 'admin'
}
