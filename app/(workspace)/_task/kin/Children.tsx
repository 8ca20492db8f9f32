'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { buttonLook } from '@/app/_ui/button-look'
import { ProgressBar } from '@/app/_ui/ProgressBar'
import type { Progress, Relations } from '@/domain/relations'
import type { Task } from '@/domain/task/task'
import { useWorkspace } from '../../_frame/workspace'
import { AddChild } from './AddChild'
import { RelatedLine } from './RelatedLine'

type Props = { task: Task; mayChange: boolean; relations: Relations }

/** What stands below a task, how far it is, and a line to add to it. */
export function Children({ task, mayChange, relations }: Props) {
  const { slug } = useWorkspace()
  const [adding, setAdding] = useState(false)
  const { children, progress } = relations
  const mayAdd = mayChange && task.type !== 'subtask'
  if (children.length === 0 && !mayAdd) return null
  return (
    <section aria-label="Children" className="mt-4">
      {children.length > 0 ? (
        <>
          <ProgressBar
            label="Children"
            value={progress.done}
            max={progress.all}
            words={wordsOf(progress)}
          />
          <ul className="mt-1">
            {children.map((child) => (
              <li key={child.id} className="flex">
                <RelatedLine
                  task={child}
                  slug={slug}
                  end={<span className="shrink-0 text-muted">{child.status.name}</span>}
                />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {mayAdd && adding ? <AddChild task={task} onDone={() => setAdding(false)} /> : null}
      {mayAdd && !adding ? (
        <button
          type="button"
          className={`${buttonLook('bare', 'small')} -ml-2`}
          onClick={() => setAdding(true)}
        >
          <Plus aria-hidden className="size-4" /> Add child
        </button>
      ) : null}
    </section>
  )
}

/** "2 of 5 done, 3 of 8 points" */
function wordsOf({ done, all, donePoints, points }: Progress): string {
  const tasks = `${done} of ${all} done`
  return points > 0 ? `${tasks}, ${donePoints} of ${points} points` : tasks
}
