'use client'

import { useState } from 'react'
import { useProject } from '@/app/_replica/react/projectHooks'
import { buttonClasses } from '@/app/_ui/buttonClasses'
import { Combobox } from '@/app/_ui/Combobox'
import { LINK_KINDS } from '@/domain/task/link'
import type { Task } from '@/domain/task/task'
import type { ResolvedLink } from '@/domain/views/relations'
import { linkKindLabel } from './linkKindLabel'
import { TaskPicker } from './TaskPicker'
import { useLinks } from './useLinks'

type Props = { task: Task; links: readonly ResolvedLink[]; onDone: () => void }

const linkKindOptions = LINK_KINDS.map((id) => ({ id, label: linkKindLabel(id) }))

/** Adds a link from this task: its kind and the other task, from any project. */
export function AddLink({ task, links, onDone }: Props) {
  const { key } = useProject()
  const { add } = useLinks(task, `${key}-${task.number}`, onDone)
  const [kind, setKind] = useState<string>('blocks')
  const linkedTaskIds = links
    .filter((link) => link.kind === kind)
    .flatMap((link) => link.task?.id ?? [])
  return (
    <div className="mt-1 flex flex-wrap items-center gap-1.5">
      <span className="text-muted">This task</span>
      <Combobox
        label="Kind of link"
        options={linkKindOptions}
        value={kind}
        onSelect={setKind}
        trigger={
          <button
            type="button"
            aria-label={`Kind of link: ${linkKindLabel(kind)}`}
            className={buttonClasses('secondary', 'small')}
          >
            {linkKindLabel(kind)}
          </button>
        }
      />
      <TaskPicker
        label="Task to link"
        excludedIds={[task.id, ...linkedTaskIds]}
        onPick={(target) => {
          if (target) add(kind, target.key)
          onDone()
        }}
        trigger={
          <button type="button" className={buttonClasses('secondary', 'small')}>
            Choose a task…
          </button>
        }
      />
      <button type="button" className={buttonClasses('ghost', 'small')} onClick={onDone}>
        Cancel
      </button>
    </div>
  )
}
