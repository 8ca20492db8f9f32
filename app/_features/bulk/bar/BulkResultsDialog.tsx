'use client'

import { routes } from '@/app/_features/shell/routes'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useProject } from '@/app/_replica/react/projectHooks'
import { Button } from '@/app/_ui/Button'
import { Dialog } from '@/app/_ui/Dialog'
import { PrefetchLink } from '@/app/_ui/PrefetchLink'
import type { TaskResult } from '@/domain/decision'
import { type BulkResult, summarizeResults } from './changeTasks'

const OUTCOME_LABELS = {
  applied: 'Changed',
  unchanged: 'Unchanged',
  skipped: 'Skipped',
} as const
const OUTCOME_ORDER = { skipped: 0, unchanged: 1, applied: 2 } as const
/** Maximum number of lines drawn. Tasks that were not changed come first. */
const MAX_SHOWN = 200

type Props = { result: BulkResult; onClose: () => void; onUndo: () => void }

/** The result of a bulk change for each task. Tasks that were not changed come first. */
export function BulkResultsDialog({ result, onClose, onUndo }: Props) {
  const sorted = result.results.toSorted(
    (a, b) => OUTCOME_ORDER[a.outcome] - OUTCOME_ORDER[b.outcome],
  )
  const hiddenCount = sorted.length - MAX_SHOWN
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={summarizeResults(result.results)}
      footer={
        <>
          {result.commandIds.length > 0 ? (
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
        {sorted.slice(0, MAX_SHOWN).map((each) => (
          <TaskResultRow key={each.taskId} result={each} />
        ))}
      </ul>
      {hiddenCount > 0 ? (
        <p className="pt-2 text-muted">And {hiddenCount.toLocaleString('en')} more.</p>
      ) : null}
    </Dialog>
  )
}

function TaskResultRow({ result }: { result: TaskResult }) {
  const store = useProjectStore()
  const { slug } = useWorkspace()
  const { key } = useProject()
  const card = store.optimisticState.cards.get(result.taskId)
  const taskKey = card ? `${key}-${card.number}` : null
  return (
    <li className="flex gap-3 py-1.5">
      <span className="min-w-0 grow">
        {taskKey && card ? (
          <PrefetchLink
            href={routes.task(slug, taskKey)}
            className="text-text underline-offset-2 hover:underline"
          >
            <span className="text-muted tabular-nums">{taskKey}</span> {card.title}
          </PrefetchLink>
        ) : (
          'A task'
        )}
      </span>
      <span className="max-w-1/2 shrink-0 text-right text-muted">
        {result.message ?? OUTCOME_LABELS[result.outcome]}
      </span>
    </li>
  )
}
