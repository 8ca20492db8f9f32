'use client'

import { v7 as newId, v4 as newWindow } from 'uuid'
import { useSend } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { trpc } from '@/app/_client/trpc'
import { toast } from '@/app/_ui/toast'
import type { Tie } from '@/domain/relations'
import { linkText, reversed } from '@/domain/task/link'
import type { Task } from '@/domain/task/task'
import type { Id } from '@/domain/words'

/**
 * Makes and removes a task's links, whichever of the two tasks holds them.
 * @param refresh called when a task of another project has changed, of which nothing is heard here
 */
export function useLinks(task: Task, taskKey: string, refresh: () => void) {
  const store = useStore()
  const send = useSend()

  const add = (kind: string, target: string) => {
    send({ type: 'task.edit', taskId: task.id, add: { links: [linkText({ kind, target })] } })
  }
  const remove = ({ kind, key, task: other, held }: Tie) => {
    if (held.here) {
      const links = [linkText({ kind, target: key })]
      send({ type: 'task.edit', taskId: task.id, remove: { links } })
    }
    if (!held.there || !other) return
    const taken = { links: [linkText({ kind: reversed(kind), target: taskKey })] }
    const edit = { taskId: other.id, baseVersion: other.version, remove: taken }
    if (other.projectId === store.projectId) send({ type: 'task.edit', ...edit })
    else void removeElsewhere({ projectId: other.projectId, ...edit }, refresh)
  }
  return { add, remove }
}

interface Elsewhere {
  projectId: Id
  taskId: Id
  baseVersion: number
  remove: { links: string[] }
}

/** A link that a task of another project holds goes by a command of that project. */
async function removeElsewhere(edit: Elsewhere, then: () => void): Promise<void> {
  const sent = { ...edit, commandId: newId(), clientId: newWindow() }
  const answer = await trpc.task.edit.mutate(sent).catch(() => null)
  if (answer && answer.outcome !== 'refused' && answer.outcome !== 'conflict') {
    then()
    return
  }
  toast.failed('The link could not be removed', {
    detail: answer?.refusal?.message ?? 'The server cannot be reached. The link is still there.',
    retry: () => void removeElsewhere(edit, then),
  })
}
