'use client'

import { useProject } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { Button } from '@/app/_ui/Button'
import { Dialog } from '@/app/_ui/Dialog'
import { NearLink } from '@/app/_ui/NearLink'
import type { TaskResult } from '@/domain/decision'
import { addresses } from '../_frame/addresses'
import { useWorkspace } from '../_frame/workspace'
import { type Ended, summary } from './bulk'

const SAID = { applied: 'Changed', unchanged: 'As wanted already', left: 'Left' } as const
const ORDER = { left: 0, unchanged: 1, applied: 2 } as const
/** So many lines are drawn; what was left comes first. */
const MOST = 200

type Props = { ended: Ended; onClose: () => void; onUndo: () => void }

/** How each task fared in a change of many, what was left first. */
export function Results({ ended, onClose, onUndo }: Props) {
  const sorted = ended.results.toSorted((a, b) => ORDER[a.outcome] - ORDER[b.outcome])
  const more = sorted.length - MOST
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={summary(ended.results)}
      footer={
        <>
          {ended.commandIds.length > 0 ? (
            <Button
              onClick={() => {
                onClose()
                onUndo()
              }}
            >
              Undo
            </Button>
          ) : null}
          <Button tone="primary" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <ul aria-label="Tasks" className="flex flex-col divide-y divide-line">
        {sorted.slice(0, MOST).map((each) => (
          <Line key={each.taskId} result={each} />
        ))}
      </ul>
      {more > 0 ? <p className="pt-2 text-muted">And {more.toLocaleString('en')} more.</p> : null}
    </Dialog>
  )
}

function Line({ result }: { result: TaskResult }) {
  const store = useStore()
  const { slug } = useWorkspace()
  const { key } = useProject()
  const card = store.screen.cards.get(result.taskId)
  const taskKey = card ? `${key}-${card.number}` : null
  return (
    <li className="flex gap-3 py-1.5">
      <span className="min-w-0 grow">
        {taskKey && card ? (
          <NearLink
            href={addresses.task(slug, taskKey)}
            className="text-text underline-offset-2 hover:underline"
          >
            <span className="text-muted tabular-nums">{taskKey}</span> {card.title}
          </NearLink>
        ) : (
          'A task'
        )}
      </span>
      <span className="max-w-1/2 shrink-0 text-right text-muted">
        {result.message ?? SAID[result.outcome]}
      </span>
    </li>
  )
}
