import type { TaskCountByCategory } from '@/domain/views/versions'
import { formatProgress, totalTasks } from '../versionLabels'

const SEGMENTS = [
  { category: 'done', hue: 'teal', name: 'done' },
  { category: 'in_progress', hue: 'amber', name: 'in progress' },
] as const

/** The share of a version's tasks that is done and in progress, as a labelled bar. */
export function VersionProgress({ work }: { work: TaskCountByCategory }) {
  const total = totalTasks(work)
  const tip = `${work.done} done, ${work.in_progress} in progress, ${work.todo} to do`
  return (
    <span className="flex items-center gap-2 text-muted tabular-nums">
      {total > 0 ? (
        <span
          role="img"
          aria-label={tip}
          data-tooltip={tip}
          className="flex h-1.5 w-16 shrink-0 sm:w-24 gap-px overflow-hidden rounded-full bg-hover"
        >
          {SEGMENTS.map(({ category, hue }) =>
            work[category] > 0 ? (
              <span
                key={category}
                data-hue={hue}
                className="block h-full bg-tone"
                style={{ width: `${(work[category] / total) * 100}%` }}
              />
            ) : null,
          )}
        </span>
      ) : null}
      <span className="whitespace-nowrap">{formatProgress(work)}</span>
    </span>
  )
}
