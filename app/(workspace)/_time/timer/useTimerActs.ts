'use client'

import { useMemo } from 'react'
import { trpc } from '@/app/_client/trpc'
import { toast } from '@/app/_ui/toast'
import type { Id } from '@/domain/words'
import { useWorkspace } from '../../_frame/workspace'
import { setQuestion, setRunning, useTimer } from './timer-store'
import { tellWindows } from './windows'

/** Starts and stops the one timer of the person; asks first where that ends another. */
export function useTimerActs() {
  const { slug } = useWorkspace()
  const { running } = useTimer()
  return useMemo(() => {
    const begin = async (projectId: Id, taskId: Id, instead: string | null) => {
      try {
        const answer = await trpc.time.start.mutate({ projectId, taskId, instead })
        setRunning(slug, answer.timer)
        tellWindows()
        // Started meanwhile in another window.
        if (!answer.isRunning) {
          setQuestion(slug, answer.timer, { what: 'stop', next: { projectId, taskId } })
        }
      } catch (error) {
        toast.failed('The timer was not started', { detail: (error as Error).message })
      }
    }
    return {
      running,
      start: (projectId: Id, taskId: Id) => {
        if (running?.taskId === taskId && running.projectId === projectId) return
        if (running) setQuestion(slug, running, { what: 'stop', next: { projectId, taskId } })
        else void begin(projectId, taskId, null)
      },
      /** Ends the running one, and starts the next in its place where there is one. */
      end: async (next?: { projectId: Id; taskId: Id }) => {
        if (!running) return
        if (next) return begin(next.projectId, next.taskId, running.startedAt)
        try {
          await trpc.time.stop.mutate({ workspace: slug, startedAt: running.startedAt })
          setRunning(slug, null)
          tellWindows()
        } catch (error) {
          toast.failed('The timer was not stopped', { detail: (error as Error).message })
        }
      },
      stop: () => {
        if (running) setQuestion(slug, running, { what: 'stop' })
      },
    }
  }, [slug, running])
}
