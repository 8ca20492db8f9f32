'use client'

import { v4 as newClientId, v7 as newId } from 'uuid'
import { apiClient } from '@/app/_api/apiClient'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useSend } from '@/app/_replica/react/projectHooks'
import { fetchedVersion } from '@/app/_replica/store/commandDraft'
import { toast } from '@/app/_ui/toast'
import type { Id } from '@/domain/kernel/primitives'
import { formatLink, inverseKind } from '@/domain/task/link'
import type { Task } from '@/domain/task/task'
import type { ResolvedLink } from '@/domain/views/relations'

/**
 * Adds and removes a task's links, whichever of the two tasks stores them.
 * @param refresh called after a change to a task of another project, because its events do not
 * arrive here
 */
export function useLinks(task: Task, taskKey: string, refresh: () => void) {
  const store = useProjectStore()
  const send = useSend()

  const add = (kind: string, target: string) => {
    send({ type: 'task.edit', taskId: task.id, add: { links: [formatLink({ kind, target })] } })
  }
  const remove = ({ kind, key, task: other, storedOn }: ResolvedLink) => {
    if (storedOn.thisTask) {
      const links = [formatLink({ kind, target: key })]
      send({ type: 'task.edit', taskId: task.id, remove: { links } })
    }
    if (!storedOn.otherTask || !other) return
    const removedLinks = { links: [formatLink({ kind: inverseKind(kind), target: taskKey })] }
    const baseVersion = fetchedVersion(other.version)
    const otherEdit = { taskId: other.id, baseVersion, remove: removedLinks }
    if (other.projectId === store.projectId) send({ type: 'task.edit', ...otherEdit })
    else void removeLinkInOtherProject({ projectId: other.projectId, ...otherEdit }, refresh)
  }
  return { add, remove }
}

interface CrossProjectEdit {
  projectId: Id
  taskId: Id
  baseVersion: number
  remove: { links: string[] }
}

/** Removes a link that is stored by a task of another project, with a command for that project. */
async function removeLinkInOtherProject(edit: CrossProjectEdit, onDone: () => void): Promise<void> {
  const command = { ...edit, commandId: newId(), clientId: newClientId() }
  const result = await apiClient.task.edit.mutate(command).catch(() => null)
  if (result && result.outcome !== 'rejected' && result.outcome !== 'conflict') {
    onDone()
    return
  }
  toast.error('The link could not be removed', {
    detail: result?.rejection?.message ?? 'The server cannot be reached. The link is still there.',
    retry: () => void removeLinkInOtherProject(edit, onDone),
  })
}
