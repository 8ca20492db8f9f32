'use client'

import { useState } from 'react'
import { useConflicts, useOnConflict } from '@/app/_client/react/hooks'
import { Button } from '@/app/_ui/Button'
import { announce } from '@/app/_ui/LiveRegion'
import { onDemand } from '@/app/_ui/onDemand'
import { Popover } from '@/app/_ui/Popover'
import type { Id } from '@/domain/words'

const ConflictList = onDemand(() => import('./ConflictList').then((part) => part.ConflictList))
const ConflictDialog = onDemand(() =>
  import('./ConflictDialog').then((part) => part.ConflictDialog),
)

/** Fetches the screen of conflicts before one is found. */
export const preloadConflict = () => Promise.all([ConflictDialog.preload(), ConflictList.preload()])

/**
 * What one has put off deciding, beside the live indicator; empty, it is not there. A command that
 * loses opens its conflict at once.
 */
export function ConflictTray() {
  const conflicts = useConflicts()
  const [openId, setOpenId] = useState<Id | null>(null)
  useOnConflict((conflict) => {
    announce('Your change met another one. Both are shown for you to decide.', 'assertive')
    setOpenId((now) => now ?? conflict.id)
  })
  const opened = conflicts.find((each) => each.id === openId)
  const count = conflicts.length
  return (
    <>
      {count > 0 ? (
        <Popover
          label="Changes to decide"
          align="end"
          trigger={
            <Button size="small" tone="quiet" data-tip="Your changes that met somebody else's">
              {count} to decide
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
