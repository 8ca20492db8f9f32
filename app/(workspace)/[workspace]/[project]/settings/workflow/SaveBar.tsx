'use client'

import { useState } from 'react'
import { useSend } from '@/app/_client/react/hooks'
import { Button } from '@/app/_ui/Button'
import { announce } from '@/app/_ui/LiveRegion'
import type { Project } from '@/domain/project/project'
import type { Drawn } from './draft'
import { summary } from './summary'

type Props = { drawn: Drawn; project: Project; onDone: () => void }

/** What is about to change, and the two ways out of it. */
export function SaveBar({ drawn, project, onDone }: Props) {
  const send = useSend()
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const lines = summary(drawn, project)

  const save = async () => {
    setPending(true)
    setProblem(null)
    const { statuses, orphans, baseVersion } = drawn
    const answer = await send({ type: 'workflow.change', baseVersion, statuses, orphans }).answered
    setPending(false)
    if (answer && answer.outcome !== 'refused') {
      announce(answer.conflict ? 'Somebody changed it meanwhile.' : 'The workflow is saved.')
      onDone()
    } else setProblem(answer?.refusal?.message ?? 'It could not be sent. Try again.')
  }
  return (
    <section
      aria-label="Unsaved changes"
      className="sticky bottom-3 flex flex-wrap items-end gap-3 rounded-overlay border border-line bg-raised p-3 shadow-float"
    >
      <div className="min-w-0 grow basis-60">
        <h2 className="font-medium">Not saved yet</h2>
        <ul className="max-h-32 overflow-y-auto text-muted">
          {lines.map((line) => (
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
        <Button tone="primary" pending={pending} onClick={save}>
          Save workflow
        </Button>
      </div>
    </section>
  )
}
