'use client'

import { routes } from '@/app/_features/shell/routes'
import { useWorkspace, useWorkTime } from '@/app/_features/shell/useWorkspace'
import { formatTimeTotals } from '@/app/_features/time/formatTimeTotals'
import { useProject } from '@/app/_replica/react/projectHooks'
import { cx } from '@/app/_ui/cx'
import { localToday } from '@/app/_ui/localDate'
import { PrefetchLink } from '@/app/_ui/PrefetchLink'
import type { VersionWithTotals } from '@/domain/views/versions'
import { VersionActions } from '../actions/VersionActions'
import { VersionProgress } from '../progress/VersionProgress'
import { formatReleaseDate, isOverdue } from '../versionLabels'

/** One version: name, time spent, release date, progress and actions. */
export function VersionRow({ version }: { version: VersionWithTotals }) {
  const { slug } = useWorkspace()
  const { key } = useProject()
  const time = formatTimeTotals(version.time, useWorkTime())
  const currentDate = localToday()
  return (
    <li
      aria-label={version.name}
      className="flex flex-col gap-x-4 gap-y-1 py-2 sm:min-h-12 sm:flex-row sm:items-center"
    >
      <div className="min-w-0 grow">
        <PrefetchLink
          href={routes.version(slug, key, version.id)}
          className="font-medium underline-offset-3 hover:underline focus-visible:underline"
        >
          {version.name}
        </PrefetchLink>
        {time ? <p className="truncate text-muted tabular-nums">{time}</p> : null}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 sm:flex-nowrap">
        <span className="flex flex-wrap gap-x-4 sm:contents">
          <span
            className={cx(
              'shrink-0 tabular-nums sm:w-32 sm:text-right',
              isOverdue(version, currentDate) ? 'text-danger-ink' : 'text-muted',
            )}
            suppressHydrationWarning
          >
            {formatReleaseDate(version, currentDate) ?? 'no day'}
          </span>
          <span className="shrink-0 sm:flex sm:w-48 sm:justify-end">
            <VersionProgress work={version.taskCounts} />
          </span>
        </span>
        <span className="flex shrink-0 justify-end empty:hidden sm:w-28">
          <VersionActions version={version} />
        </span>
      </div>
    </li>
  )
}
