'use client'

import { CornerLeftUp } from 'lucide-react'
import { useSend } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { NearLink } from '@/app/_ui/NearLink'
import { TypeGlyph } from '@/app/_ui/TypeGlyph'
import type { Relations } from '@/domain/relations'
import { parentTypes } from '@/domain/task/level'
import type { Task } from '@/domain/task/task'
import { addresses } from '../../_frame/addresses'
import { useWorkspace } from '../../_frame/workspace'
import { Property, valueButton, valueLook } from '../Property'
import type { Arrival } from '../useArrivals'
import { RelatedPick } from './RelatedPick'

type Props = { task: Task; mayChange: boolean; relations: Relations; arrival?: Arrival }

/** What a task stands below: picked by key or title, and a link that leads there. */
export function Parent({ task, mayChange, relations, arrival }: Props) {
  const { slug } = useWorkspace()
  const store = useStore()
  const send = useSend()
  const { parent } = relations
  if (!mayChange && !parent) return null
  const words = parent ? `${parent.key} ${parent.title}` : null
  const seen = parent ? (
    <>
      <TypeGlyph type={parent.type} decorative />
      <span className="truncate">{words}</span>
    </>
  ) : (
    <>
      <CornerLeftUp className="size-4 shrink-0 text-faint" />
      <span className="truncate">Add parent</span>
    </>
  )
  return (
    <section aria-label="Parent" className="@container mt-1.5">
      <Property label="Parent" arrival={arrival}>
        {mayChange ? (
          <RelatedPick
            label="Parent"
            projectId={store.projectId}
            types={parentTypes(task.type)}
            except={[task.id]}
            none={task.type === 'subtask' ? undefined : 'No parent'}
            value={parent?.id ?? null}
            onPick={(picked) => {
              send({ type: 'task.nest', taskId: task.id, parentId: picked?.id ?? null })
            }}
            trigger={valueButton({ label: 'Parent', words, children: seen })}
          />
        ) : (
          <span className={valueLook}>{seen}</span>
        )}
        {parent ? (
          <NearLink
            href={addresses.task(slug, parent.key)}
            aria-label={`Open ${parent.key}`}
            data-tip={`Open ${parent.key}`}
            className="ml-1 shrink-0 rounded-chip px-1 text-accent-ink hover:underline"
          >
            Open
          </NearLink>
        ) : null}
      </Property>
    </section>
  )
}
