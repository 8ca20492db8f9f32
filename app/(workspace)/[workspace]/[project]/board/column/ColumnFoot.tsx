'use client'

import { Plus } from 'lucide-react'
import { onDemand } from '@/app/_ui/onDemand'
import type { Status } from '@/domain/project/project'
import { useDeskPart } from '../desk/useDesk'
import { useCompose } from './useCompose'

const Composer = onDemand(() => import('./Composer').then((part) => part.Composer), {
  takesKeys: true,
})
export const preloadComposer = Composer.preload

/** Under a column's cards: where a task is added. */
export function ColumnFoot({ status }: { status: Status }) {
  const composing = useDeskPart((desk) => desk.composing === status.id)
  const compose = useCompose()
  return (
    <footer className="shrink-0 px-1.5 pt-1 pb-2">
      {composing ? (
        <Composer status={status} />
      ) : (
        <button
          type="button"
          onClick={() => compose(status.id)}
          className="flex h-control w-full items-center gap-1.5 rounded-card px-2 text-muted transition-colors hover:bg-hover hover:text-text"
        >
          <Plus aria-hidden className="size-4" /> Add task
          <span className="sr-only"> to {status.name}</span>
        </button>
      )}
    </footer>
  )
}
