'use client'

import { CornerLeftUp } from 'lucide-react'
import { routes } from '@/app/_features/shell/routes'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useSend } from '@/app/_replica/react/projectHooks'
import { PrefetchLink } from '@/app/_ui/PrefetchLink'
import { TaskTypeIcon } from '@/app/_ui/TaskTypeIcon'
import { allowedParentTypes } from '@/domain/task/hierarchy'
import type { Task } from '@/domain/task/task'
import type { TaskRelations } from '@/domain/views/relations'
import { Property, propertyButton, propertyValueClass } from '../properties/Property'
import type { RemoteChange } from '../remoteChanges/useRemoteChanges'
import { TaskPicker } from './TaskPicker'

type Props = { task: Task; canEdit: boolean; relations: TaskRelations; remoteChange?: RemoteChange }

/** The parent of a task, picked by key or title, with a link to it. */
export function ParentProperty({ task, canEdit, relations, remoteChange }: Props) {
  const { slug } = useWorkspace()
  const store = useProjectStore()
  const send = useSend()
  const { parent } = relations
  if (!canEdit && !parent) return null
  const text = parent ? `${parent.key} ${parent.title}` : null
  const content = parent ? (
    <>
      <TaskTypeIcon type={parent.type} decorative />
      <span className="truncate">{text}</span>
    </>
  ) : (
    <>
      <CornerLeftUp className="size-4 shrink-0 text-faint" />
      <span className="truncate">Add parent</span>
    </>
  )
  return (
    <section aria-label="Parent" className="@container mt-1.5">
      <Property label="Parent" remoteChange={remoteChange}>
        {canEdit ? (
          <TaskPicker
            label="Parent"
            projectId={store.projectId}
            types={allowedParentTypes(task.type)}
            excludedIds={[task.id]}
            noneLabel={task.type === 'subtask' ? undefined : 'No parent'}
            value={parent?.id ?? null}
            onPick={(picked) => {
              send({ type: 'task.setParent', taskId: task.id, parentId: picked?.id ?? null })
            }}
            trigger={propertyButton({ label: 'Parent', valueText: text, children: content })}
          />
        ) : (
          <span className={propertyValueClass}>{content}</span>
        )}
        {parent ? (
          <PrefetchLink
            href={routes.task(slug, parent.key)}
            aria-label={`Open ${parent.key}`}
            data-tooltip={`Open ${parent.key}`}
            className="ml-1 shrink-0 rounded-chip px-1 text-accent-ink hover:underline"
          >
            Open
          </PrefetchLink>
        ) : null}
      </Property>
    </section>
  )
}
