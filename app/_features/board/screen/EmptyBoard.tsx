'use client'

import { useProject } from '@/app/_replica/react/projectHooks'
import { Button } from '@/app/_ui/Button'
import { EmptyState } from '@/app/_ui/EmptyState'
import { useBoard } from '../useBoard'
import { useBoardUiState } from '../useBoardUi'
import { useOpenComposer } from '../useOpenComposer'

/** The message above the columns of a project without tasks. */
export function EmptyBoard() {
  const { statuses } = useProject()
  const { canEdit } = useBoard()
  const isComposing = useBoardUiState((state) => state.composingIn !== null)
  const openComposer = useOpenComposer()
  const activeStatuses = statuses.filter((status) => !status.removedAt)
  const [first] = activeStatuses
  if (!first || isComposing || activeStatuses.some((status) => status.taskCount > 0)) return null
  return (
    <section
      aria-label="No tasks yet"
      className="pointer-events-none fixed inset-x-0 top-1/3 flex justify-center md:left-sidebar sidebar-closed:md:left-0"
    >
      <div className="pointer-events-auto">
        <EmptyState
          action={
            canEdit ? (
              <Button tone="primary" onClick={() => openComposer(first.id)}>
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
