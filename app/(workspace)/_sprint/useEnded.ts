'use client'

import { useRouter } from 'next/navigation'
import { useProject } from '@/app/_client/react/hooks'
import type { Sent } from '@/app/_client/store/types'
import { toast } from '@/app/_ui/toast'
import type { Sprint } from '@/domain/sprint/sprint'
import { addresses } from '../_frame/addresses'
import { useWorkspace } from '../_frame/workspace'
import { inTasks } from './sprint-words'

/** Says how a sprint ended once the server has, with the way to its report. */
export function useEnded(): (sprint: Sprint, sent: Sent) => void {
  const router = useRouter()
  const { slug } = useWorkspace()
  const { key } = useProject()
  return async (sprint, sent) => {
    const answer = await sent.answered
    const ended = answer?.events.find((event) => event.type === 'sprint.completed')
    if (ended?.type !== 'sprint.completed') return
    const { done, left } = ended.data
    toast.info(`${sprint.name} is completed`, {
      detail: `${inTasks(done.length)} done, ${left.length} moved on.`,
      action: {
        label: 'Report',
        press: () => router.push(addresses.sprint(slug, key, sprint.id)),
      },
    })
  }
}
