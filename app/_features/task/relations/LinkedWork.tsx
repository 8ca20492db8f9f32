'use client'

import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { useProject } from '@/app/_replica/react/projectHooks'
import { buttonClasses } from '@/app/_ui/buttonClasses'
import { IconButton } from '@/app/_ui/IconButton'
import type { Task } from '@/domain/task/task'
import type { ResolvedLink, TaskRelations } from '@/domain/views/relations'
import { AddLink } from './AddLink'
import { linkKindLabel } from './linkKindLabel'
import { RelatedTaskRow } from './RelatedTaskRow'
import { useLinks } from './useLinks'

type Props = { task: Task; canEdit: boolean; relations: TaskRelations; refresh: () => void }

/**
 * The tasks linked with this one, in either direction. Tasks of other projects appear by name only.
 */
export function LinkedWork({ task, canEdit, relations, refresh }: Props) {
  const { slug } = useWorkspace()
  const { key } = useProject()
  const [isAdding, setIsAdding] = useState(false)
  const { remove } = useLinks(task, `${key}-${task.number}`, refresh)
  const { links } = relations
  if (links.length === 0 && !canEdit) return null
  return (
    <section aria-label="Linked work" className="mt-4">
      {links.length > 0 ? <h3 className="font-medium">Linked work</h3> : null}
      {groupByKind(links).map(([kind, linksOfKind]) => (
        <div key={kind} className="mt-1 flex flex-col @lg:flex-row @lg:gap-3">
          <h4 className="w-32 shrink-0 text-muted @lg:pt-1">{linkKindLabel(kind)}</h4>
          <ul className="min-w-0 grow">
            {linksOfKind.map((link) => (
              <li key={link.key} className="group/link flex items-center gap-2">
                {link.task ? (
                  <RelatedTaskRow task={link.task} slug={slug} />
                ) : (
                  <span className="flex min-h-7 grow items-center tabular-nums">{link.key}</span>
                )}
                {canEdit ? (
                  <span className="opacity-0 group-hover/link:opacity-100 group-focus-within/link:opacity-100 touch:opacity-100">
                    <IconButton
                      label={`Remove the link to ${link.key}`}
                      size="small"
                      icon={<X className="size-4" />}
                      onClick={() => remove(link)}
                    />
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {canEdit && isAdding ? (
        <AddLink task={task} links={links} onDone={() => setIsAdding(false)} />
      ) : null}
      {canEdit && !isAdding ? (
        <button
          type="button"
          className={`${buttonClasses('ghost', 'small')} -ml-2`}
          onClick={() => setIsAdding(true)}
        >
          <Plus aria-hidden className="size-4" /> Add link
        </button>
      ) : null}
    </section>
  )
}

function groupByKind(links: readonly ResolvedLink[]): [string, ResolvedLink[]][] {
  const byKind = new Map<string, ResolvedLink[]>()
  for (const link of links) byKind.set(link.kind, [...(byKind.get(link.kind) ?? []), link])
  return [...byKind].sort(([a], [b]) => (a < b ? -1 : 1))
}
