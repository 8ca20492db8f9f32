'use client'

import { useState } from 'react'
import { useSend } from '@/app/_replica/react/projectHooks'
import { Button } from '@/app/_ui/Button'
import { announce } from '@/app/_ui/LiveRegion'
import type { Project } from '@/domain/project/project'
import { summarizeChanges } from './summarizeChanges'
import type { WorkflowDraft } from './workflowDraft'

type Props = { draft: WorkflowDraft; project: Project; onDone: () => void }

/** Lists the unsaved changes and offers to save or discard them. */
export function SaveBar({ draft, project, onDone }: Props) {
  const send = useSend()
  const [isPending, setIsPending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const changeLines = summarizeChanges(draft, project)

  const save = async () => {
    setIsPending(true)
    setProblem(null)
    const { statuses, reassignments, baseVersion } = draft
    const result = await send({ type: 'workflow.change', baseVersion, statuses, reassignments })
      .result
    setIsPending(false)
    if (result && result.outcome !== 'rejected') {
      announce(result.conflict ? 'Somebody changed it meanwhile.' : 'The workflow is saved.')
      onDone()
    } else setProblem(result?.rejection?.message ?? 'It could not be sent. Try again.')
  }
  return (
    <section
      aria-label="Unsaved changes"
      className="sticky bottom-3 flex flex-wrap items-end gap-3 rounded-overlay border border-line bg-raised p-3 shadow-float"
    >
      <div className="min-w-0 grow basis-60">
        <h2 className="font-medium">Not saved yet</h2>
        <ul className="max-h-32 overflow-y-auto text-muted">
          {changeLines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {problem ? (
          <p role="alert" className="mt-1 text-danger-ink">
            {problem}
          </p>
        ) : null}
      </div>
      <div className="ml-auto flex gap-2">
        <Button onClick={onDone}>Discard</Button>
        <Button tone="primary" pending={isPending} onClick={save}>
          Save workflow
        </Button>
      </div>
    </section>
  )
}
