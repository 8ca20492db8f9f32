'use client'

import { useState } from 'react'
import { usePeople, useProject } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { isDone } from '@/app/_client/store/steps'
import { Button } from '@/app/_ui/Button'
import { Dialog } from '@/app/_ui/Dialog'
import { NearLink } from '@/app/_ui/NearLink'
import { RelativeTime } from '@/app/_ui/RelativeTime'
import { toast } from '@/app/_ui/toast'
import type { Obstacle } from '@/domain/undo/commands'
import { fieldName } from '../_conflict/words'
import { addresses } from '../_frame/addresses'
import { useWorkspace } from '../_frame/workspace'
import type { Stopped } from './UndoKeys'

/** Names what keeps a command from being taken back, and offers what still can be. */
export function InTheWay({ stopped, onClose }: { stopped: Stopped; onClose: () => void }) {
  const { steps } = useStore()
  const [open, setOpen] = useState(true)
  const { obstacles, rest, undoes } = stopped
  const close = () => {
    setOpen(false)
    onClose()
  }
  const takeRest = () => {
    close()
    void steps.takeBack(undoes, true).answered.then((answer) => {
      if (isDone(answer)) toast.info('The rest was taken back')
    })
  }
  const left =
    rest > 0
      ? `${changes(rest)} can still be taken back; what is named here stays as it is.`
      : 'Nothing was changed.'
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => next || close()}
      title="Later changes stand in the way"
      description={left}
      footer={
        <>
          <Button onClick={close}>Leave it as it is</Button>
          {rest > 0 ? (
            <Button tone="primary" onClick={takeRest}>
              Take back the rest
            </Button>
          ) : null}
        </>
      }
    >
      <ul className="flex flex-col divide-y divide-line">
        {obstacles.map((each, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
          <li key={place} className="py-2">
            <Reason obstacle={each} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

/** "1 change", "12 changes". */
export const changes = (count: number) => `${count} ${count === 1 ? 'change' : 'changes'}`

function Reason({ obstacle }: { obstacle: Obstacle }) {
  const { slug } = useWorkspace()
  const { key } = useProject()
  const store = useStore()
  const people = usePeople()
  const { taskId, field, message, by, at } = obstacle
  const card = taskId ? store.screen.cards.get(taskId) : undefined
  const who = by ? (people.find((each) => each.id === by)?.name ?? 'Somebody') : null
  const taskKey = card ? `${key}-${card.number}` : null
  return (
    <>
      <p className="flex gap-2">
        {taskKey ? (
          <NearLink
            href={addresses.task(slug, taskKey)}
            className="shrink-0 text-accent-ink tabular-nums underline"
          >
            {taskKey}
          </NearLink>
        ) : null}
        <span className="min-w-0 wrap-anywhere">
          {field ? <span className="font-medium">{fieldName(field)}: </span> : null}
          {message}
        </span>
      </p>
      {who && at ? (
        <p className="text-muted">
          {who}, <RelativeTime at={at} />
          {taskKey ? null : (
            <>
              {' · '}
              <NearLink href={addresses.history(slug, key)} className="underline">
                History
              </NearLink>
            </>
          )}
        </p>
      ) : null}
    </>
  )
}
