'use client'

import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useProject } from '@/app/_client/react/hooks'
import { buttonLook } from '@/app/_ui/button-look'
import { IconButton } from '@/app/_ui/IconButton'
import type { Relations, Tie } from '@/domain/relations'
import type { Task } from '@/domain/task/task'
import { useWorkspace } from '../../_frame/workspace'
import { AddLink } from './AddLink'
import { RelatedLine } from './RelatedLine'
import { useLinks } from './useLinks'
import { kindWords } from './words'

type Props = { task: Task; mayChange: boolean; relations: Relations; refresh: () => void }

/** The tasks that this one is tied to, whoever holds the link; those that are not here are only named. */
export function Links({ task, mayChange, relations, refresh }: Props) {
  const { slug } = useWorkspace()
  const { key } = useProject()
  const [adding, setAdding] = useState(false)
  const { remove } = useLinks(task, `${key}-${task.number}`, refresh)
  const { ties } = relations
  if (ties.length === 0 && !mayChange) return null
  return (
    <section aria-label="Links" className="mt-4">
      {ties.length > 0 ? <h3 className="font-medium">Links</h3> : null}
      {groups(ties).map(([kind, some]) => (
        <div key={kind} className="mt-1 flex flex-col @lg:flex-row @lg:gap-3">
          <h4 className="w-32 shrink-0 text-muted @lg:pt-1">{kindWords(kind)}</h4>
          <ul className="min-w-0 grow">
            {some.map((tie) => (
              <li key={tie.key} className="group/tie flex items-center gap-2">
                {tie.task ? (
                  <RelatedLine task={tie.task} slug={slug} />
                ) : (
                  <span className="flex min-h-7 grow items-center tabular-nums">{tie.key}</span>
                )}
                {mayChange ? (
                  <span className="opacity-0 group-hover/tie:opacity-100 group-focus-within/tie:opacity-100 touch:opacity-100">
                    <IconButton
                      label={`Remove the link to ${tie.key}`}
                      size="small"
                      icon={<X className="size-4" />}
                      onClick={() => remove(tie)}
                    />
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {mayChange && adding ? (
        <AddLink task={task} ties={ties} onDone={() => setAdding(false)} />
      ) : null}
      {mayChange && !adding ? (
        <button
          type="button"
          className={`${buttonLook('bare', 'small')} -ml-2`}
          onClick={() => setAdding(true)}
        >
          <Plus aria-hidden className="size-4" /> Add link
        </button>
      ) : null}
    </section>
  )
}

function groups(ties: readonly Tie[]): [string, Tie[]][] {
  const kinds = new Map<string, Tie[]>()
  for (const tie of ties) kinds.set(tie.kind, [...(kinds.get(tie.kind) ?? []), tie])
  return [...kinds].sort(([a], [b]) => (a < b ? -1 : 1))
}
