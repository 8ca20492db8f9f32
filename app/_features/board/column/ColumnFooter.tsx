'use client'

import { Plus } from 'lucide-react'
import { lazyComponent } from '@/app/_ui/lazyComponent'
import type { Status } from '@/domain/project/project'
import { useBoardUiState } from '../useBoardUi'
import { useOpenComposer } from '../useOpenComposer'

const NewCardForm = lazyComponent(
  () => import('./NewCardForm').then((module) => module.NewCardForm),
  {
    buffersKeys: true,
  },
)
export const preloadNewCardForm = NewCardForm.preload

/** The form for a new task below a column's cards. */
export function ColumnFooter({ status }: { status: Status }) {
  const isComposing = useBoardUiState((state) => state.composingIn === status.id)
  const openComposer = useOpenComposer()
  return (
    <footer className="shrink-0 px-1.5 pt-1 pb-2">
      {isComposing ? (
        <NewCardForm status={status} />
      ) : (
        <button
          type="button"
          onClick={() => openComposer(status.id)}
          className="flex h-control w-full items-center gap-1.5 rounded-card px-2 text-muted transition-colors hover:bg-hover hover:text-text"
        >
          <Plus aria-hidden className="size-4" /> Add task
          <span className="sr-only"> to {status.name}</span>
        </button>
      )}
    </footer>
  )
}
