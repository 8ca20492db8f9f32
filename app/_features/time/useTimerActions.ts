'use client'

import { useMemo } from 'react'
import { apiClient } from '@/app/_api/apiClient'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { toast } from '@/app/_ui/toast'
import type { Id } from '@/domain/kernel/primitives'
import { broadcastTimerChange } from './timer/timerBroadcast'
import { setRunningTimer, setTimerPrompt, useTimer } from './timer/timerStore'

/** Starts and stops the user's only timer. Asks first when that stops another one. */
export function useTimerActions() {
  const { slug } = useWorkspace()
  const { running } = useTimer()
  return useMemo(() => {
    /** Returns the reason of a failure, or null. */
    const startOnServer = async (projectId: Id, taskId: Id, replacedStartedAt: string | null) => {
      try {
        const result = await apiClient.time.startTimer.mutate({
          projectId,
          taskId,
          replacedStart: replacedStartedAt,
        })
        setRunningTimer(slug, result.timer)
        broadcastTimerChange()
        // Another window has started a timer in the meantime.
        if (!result.isRunning && result.timer) {
          setTimerPrompt(slug, result.timer, { kind: 'stop', next: { projectId, taskId } })
        }
        return null
      } catch (error) {
        return (error as Error).message
      }
    }
    const start = async (projectId: Id, taskId: Id) => {
      const failure = await startOnServer(projectId, taskId, null)
      if (failure) toast.error('The timer was not started', { detail: failure })
    }
    return {
      running,
      start: (projectId: Id, taskId: Id) => {
        if (running?.taskId === taskId && running.projectId === projectId) return
        if (running) setTimerPrompt(slug, running, { kind: 'stop', next: { projectId, taskId } })
        else void start(projectId, taskId)
      },
      /**
       * Stops the running timer and starts `next`, if given. Returns the reason of a failure, or
       * null.
       */
      end: async (next?: { projectId: Id; taskId: Id }): Promise<string | null> => {
        if (!running) return null
        if (next) return startOnServer(next.projectId, next.taskId, running.startedAt)
        try {
          await apiClient.time.stopTimer.mutate({ workspace: slug, startedAt: running.startedAt })
          setRunningTimer(slug, null)
          broadcastTimerChange()
          return null
        } catch (error) {
          return (error as Error).message
        }
      },
      stop: () => {
        if (running) setTimerPrompt(slug, running, { kind: 'stop' })
      },
    }
  }, [slug, running])
}
