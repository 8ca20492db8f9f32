'use client'

import { v7 as newId } from 'uuid'
import { useSend } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { trpc } from '@/app/_client/trpc'
import { toast } from '@/app/_ui/toast'
import type { Task } from '@/domain/task/task'

/** Copies a task into the first column, alone or with its children, and says where the copy is. */
export function useClone(task: Task): (withChildren: boolean) => Promise<void> {
  const store = useStore()
  const send = useSend()
  return async (withChildren) => {
    const { project } = store.screen
    const statusId = project.statuses.find((status) => !status.removedAt)?.id
    if (!statusId) return
    const asked = { projectId: store.projectId, taskId: task.id }
    const around = withChildren ? await trpc.relations.of.query(asked).catch(() => null) : null
    if (withChildren && !around) {
      toast.failed('The task could not be cloned', { detail: 'The server cannot be reached.' })
      return
    }
    const ids = [task.id, ...(around?.children ?? []).map((child) => child.id)]
    const copies = ids.map((from) => ({ from, to: newId() }))
    const place = { end: 'top' } as const
    const { answered } = send({ type: 'task.clone', taskId: task.id, statusId, place, copies })
    const answer = await answered
    const made = answer?.events.find((event) => event.taskId === copies[0]?.to)
    if (made?.type === 'task.created') toast.done(`Cloned as ${project.key}-${made.data.number}`)
  }
}
