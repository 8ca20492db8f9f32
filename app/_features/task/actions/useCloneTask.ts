'use client'

import { v7 as newId } from 'uuid'
import { trpc } from '@/app/_api/trpc'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useSend } from '@/app/_replica/react/projectHooks'
import { toast } from '@/app/_ui/toast'
import type { Task } from '@/domain/task/task'

/**
 * Clones a task into the first column, alone or with its children, and reports where the clone is.
 */
export function useCloneTask(task: Task): (withChildren: boolean) => Promise<void> {
  const store = useProjectStore()
  const send = useSend()
  const utils = trpc.useUtils()
  return async (withChildren) => {
    const { project } = store.optimisticState
    const statusId = project.statuses.find((status) => !status.removedAt)?.id
    if (!statusId) return
    const query = { projectId: store.projectId, taskId: task.id }
    const relations = withChildren
      ? await utils.relations.get.fetch(query, { staleTime: 0 }).catch(() => null)
      : null
    if (withChildren && !relations) {
      toast.error('The task could not be cloned', { detail: 'The server cannot be reached.' })
      return
    }
    const ids = [task.id, ...(relations?.children ?? []).map((child) => child.id)]
    const copies = ids.map((from) => ({ from, to: newId() }))
    const position = { end: 'top' } as const
    const sent = send({ type: 'task.clone', taskId: task.id, statusId, position, copies })
    const result = await sent.result
    const createdEvent = result?.events.find((event) => event.taskId === copies[0]?.to)
    if (createdEvent?.type === 'task.created')
      toast.success(`Cloned as ${project.key}-${createdEvent.data.number}`)
  }
}
