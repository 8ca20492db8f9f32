'use client'

import { useState } from 'react'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useConflicts, useOnConflict } from '@/app/_replica/react/projectHooks'
import { Button } from '@/app/_ui/Button'
import { announce } from '@/app/_ui/LiveRegion'
import { lazyComponent } from '@/app/_ui/lazyComponent'
import { Popover } from '@/app/_ui/Popover'
import type { Conflict } from '@/domain/conflict/conflict'
import type { Id } from '@/domain/kernel/primitives'

const ConflictList = lazyComponent(() =>
  import('./list/ConflictList').then((module) => module.ConflictList),
)
const ConflictDialog = lazyComponent(() =>
  import('./dialog/ConflictDialog').then((module) => module.ConflictDialog),
)

/** Loads the conflict screens before a conflict occurs. */
export const preloadConflicts = () =>
  Promise.all([ConflictDialog.preload(), ConflictList.preload()])

/**
 * Returns the conflict to show when a new one is detected: the open one, unless it was resolved
 * meanwhile in another window.
 */
export function conflictToOpen(openId: Id | null, newId: Id, unresolved: readonly Conflict[]): Id {
  return unresolved.find((each) => each.id === openId)?.id ?? newId
}

/**
 * The unresolved conflicts, beside the live indicator. Hidden when there are none. A conflict
 * caused by this window opens at once.
 */
export function ConflictsButton() {
  const store = useProjectStore()
  const conflicts = useConflicts()
  const [openId, setOpenId] = useState<Id | null>(null)
  useOnConflict((conflict) => {
    announce('Your change conflicts with another one. Open Conflicts to resolve it.', 'assertive')
    const unresolved = store.optimisticState.conflicts
    setOpenId((now) => conflictToOpen(now, conflict.id, unresolved))
  })
  const opened = conflicts.find((each) => each.id === openId)
  const count = conflicts.length
  return (
    <>
      {count > 0 ? (
        <Popover
          label="Conflicts"
          align="end"
          trigger={
            <Button
              size="small"
              tone="secondary"
              data-tooltip="Your changes that conflict with somebody else's"
            >
              {`Conflicts (${count})`}
            </Button>
          }
        >
          {(close) => (
            <ConflictList
              conflicts={conflicts}
              onPick={(id) => {
                close()
                setOpenId(id)
              }}
            />
          )}
        </Popover>
      ) : null}
      {opened ? (
        <ConflictDialog key={opened.id} conflict={opened} onClose={() => setOpenId(null)} />
      ) : null}
    </>
  )
}
