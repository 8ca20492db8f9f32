'use client'

import { useProject } from '@/app/_client/react/hooks'
import { Button } from '@/app/_ui/Button'
import { EmptyState } from '@/app/_ui/EmptyState'
import { useCompose } from './column/useCompose'
import { useDeskPart } from './desk/useDesk'
import { useBoard } from './useBoard'

/** Said over the columns of a project that has no task yet. */
export function BoardEmpty() {
  const { statuses } = useProject()
  const { mayChange } = useBoard()
  const composing = useDeskPart((desk) => desk.composing !== null)
  const compose = useCompose()
  const live = statuses.filter((status) => !status.removedAt)
  const [first] = live
  if (!first || composing || live.some((status) => status.taskCount > 0)) return null
  return (
    <section
      aria-label="No tasks yet"
      className="pointer-events-none fixed inset-x-0 top-1/3 flex justify-center md:left-side side-closed:md:left-0"
    >
      <div className="pointer-events-auto">
        <EmptyState
          action={
            mayChange ? (
              <Button tone="primary" onClick={() => compose(first.id)}>
                Create the first task
              </Button>
            ) : null
          }
        >
          There are no tasks here yet.
        </EmptyState>
      </div>
    </section>
  )
}
