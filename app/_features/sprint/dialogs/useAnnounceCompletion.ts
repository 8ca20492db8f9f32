'use client'

import { useRouter } from 'next/navigation'
import { routes } from '@/app/_features/shell/routes'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { useProject } from '@/app/_replica/react/projectHooks'
import type { SentCommand } from '@/app/_replica/replicaTypes'
import { toast } from '@/app/_ui/toast'
import type { Sprint } from '@/domain/sprint/sprint'
import { formatTaskCount } from '../sprintLabels'

/** Reports the completion of a sprint when the server confirms it, with a link to the report. */
export function useAnnounceCompletion(): (sprint: Sprint, sent: SentCommand) => void {
  const router = useRouter()
  const { slug } = useWorkspace()
  const { key } = useProject()
  return async (sprint, sent) => {
    const result = await sent.result
    const completedEvent = result?.events.find((event) => event.type === 'sprint.completed')
    if (completedEvent?.type !== 'sprint.completed') return
    const { done, notDone: movedOn } = completedEvent.data
    toast.info(`${sprint.name} is completed`, {
      detail: `${formatTaskCount(done.length)} done, ${movedOn.length} moved on.`,
      action: {
        label: 'Report',
        run: () => router.push(routes.sprintReport(slug, key, sprint.id)),
      },
    })
  }
}
