'use client'

import { ArrowUp } from 'lucide-react'
import type { LiveHistory } from './useLiveHistory'

type Props = { pendingCount: LiveHistory['pendingCount']; onShow: () => void }

/** For example "3 new", above the list while the reader is further down. Scrolls to the top. */
export function NewEventsButton({ pendingCount, onShow }: Props) {
  return (
    <div role="status" className="sticky top-2 z-10 flex h-0 justify-center">
      {pendingCount === 0 ? null : (
        <button
          type="button"
          onClick={onShow}
          className="flex h-control items-center gap-1.5 rounded-full bg-accent px-3 font-medium text-on-accent tabular-nums shadow-float transition-colors hover:bg-accent-hover"
        >
          <ArrowUp aria-hidden className="size-3.5" />
          {pendingCount === 'many' ? 'Many new' : `${pendingCount} new`}
        </button>
      )}
    </div>
  )
}
