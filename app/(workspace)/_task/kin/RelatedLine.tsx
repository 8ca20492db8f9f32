import type { ReactNode } from 'react'
import { NearLink } from '@/app/_ui/NearLink'
import { StatusRing } from '@/app/_ui/StatusRing'
import { TypeGlyph } from '@/app/_ui/TypeGlyph'
import type { Related } from '@/domain/relations'
import { addresses } from '../../_frame/addresses'

/** A task named on the page of another: its status, key and title, and a link that leads there. */
export function RelatedLine({ task, slug, end }: { task: Related; slug: string; end?: ReactNode }) {
  const { status } = task
  return (
    <span className="flex min-h-7 min-w-0 grow items-center gap-2 touch:min-h-row">
      <StatusRing category={status.category} hue={status.color} label={status.name} />
      <TypeGlyph type={task.type} />
      <NearLink
        href={addresses.task(slug, task.key)}
        className="flex min-w-0 grow items-baseline gap-2 rounded-chip hover:underline"
      >
        <span className="shrink-0 text-muted tabular-nums">{task.key}</span>
        <span className={task.archived ? 'truncate text-muted line-through' : 'truncate'}>
          {task.title}
        </span>
      </NearLink>
      {end}
    </span>
  )
}
