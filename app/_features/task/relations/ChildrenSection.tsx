'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { buttonClasses } from '@/app/_ui/buttonClasses'
import { ProgressBar } from '@/app/_ui/ProgressBar'
import type { Task } from '@/domain/task/task'
import type { ChildProgress, TaskRelations } from '@/domain/views/relations'
import { AddChild } from './AddChild'
import { RelatedTaskRow } from './RelatedTaskRow'

type Props = { task: Task; canEdit: boolean; relations: TaskRelations }

/** A task's children, their progress and a form to add one. */
export function ChildrenSection({ task, canEdit, relations }: Props) {
  const { slug } = useWorkspace()
  const [isAdding, setIsAdding] = useState(false)
  const { children, progress } = relations
  const canAdd = canEdit && task.type !== 'subtask'
  if (children.length === 0 && !canAdd) return null
  return (
    <section aria-label="Children" className="mt-4">
      {children.length > 0 ? (
        <>
          <ProgressBar
            label="Children"
            value={progress.done}
            max={progress.total}
            valueText={progressText(progress)}
          />
          <ul className="mt-1">
            {children.map((child) => (
              <li key={child.id} className="flex">
                <RelatedTaskRow
                  task={child}
                  slug={slug}
                  trailing={<span className="shrink-0 text-muted">{child.status.name}</span>}
                />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {canAdd && isAdding ? <AddChild task={task} onDone={() => setIsAdding(false)} /> : null}
      {canAdd && !isAdding ? (
        <button
          type="button"
          className={`${buttonClasses('ghost', 'small')} -ml-2`}
          onClick={() => setIsAdding(true)}
        >
          <Plus aria-hidden className="size-4" /> Add child
        </button>
      ) : null}
    </section>
  )
}

/** Returns for example "2 of 5 done, 3 of 8 points". */
function progressText({ done, total, donePoints, totalPoints }: ChildProgress): string {
  const tasks = `${done} of ${total} done`
  return totalPoints > 0 ? `${tasks}, ${donePoints} of ${totalPoints} points` : tasks
}
