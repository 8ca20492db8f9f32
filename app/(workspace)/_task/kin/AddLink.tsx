'use client'

import { useState } from 'react'
import { useProject } from '@/app/_client/react/hooks'
import { buttonLook } from '@/app/_ui/button-look'
import { Pick } from '@/app/_ui/Pick'
import type { Tie } from '@/domain/relations'
import { LINK_KINDS } from '@/domain/task/link'
import type { Task } from '@/domain/task/task'
import { RelatedPick } from './RelatedPick'
import { useLinks } from './useLinks'
import { kindWords } from './words'

type Props = { task: Task; ties: readonly Tie[]; onDone: () => void }

const options = LINK_KINDS.map((id) => ({ id, label: kindWords(id) }))

/** How this task is tied, and to which other, of whatever project. */
export function AddLink({ task, ties, onDone }: Props) {
  const { key } = useProject()
  const { add } = useLinks(task, `${key}-${task.number}`, onDone)
  const [kind, setKind] = useState<string>('blocks')
  const tied = ties.filter((tie) => tie.kind === kind).flatMap((tie) => tie.task?.id ?? [])
  return (
    <div className="mt-1 flex flex-wrap items-center gap-1.5">
      <span className="text-muted">This task</span>
      <Pick
        label="Kind of link"
        options={options}
        value={kind}
        onPick={setKind}
        trigger={
          <button
            type="button"
            aria-label={`Kind of link: ${kindWords(kind)}`}
            className={buttonLook('quiet', 'small')}
          >
            {kindWords(kind)}
          </button>
        }
      />
      <RelatedPick
        label="Task to link"
        except={[task.id, ...tied]}
        onPick={(other) => {
          if (other) add(kind, other.key)
          onDone()
        }}
        trigger={
          <button type="button" className={buttonLook('quiet', 'small')}>
            Choose a task…
          </button>
        }
      />
      <button type="button" className={buttonLook('bare', 'small')} onClick={onDone}>
        Cancel
      </button>
    </div>
  )
}
