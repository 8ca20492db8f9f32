'use client'

import { useProject } from '@/app/_client/react/hooks'
import { cx } from '@/app/_ui/cx'
import { NearLink } from '@/app/_ui/NearLink'
import type { CountedVersion } from '@/domain/catalog/figures'
import { addresses } from '../../../_frame/addresses'
import { useWorkspace, useWorkTime } from '../../../_frame/workspace'
import { today } from '../../../_task/fields/days'
import { timeWords } from '../../../_time/time-words'
import { VersionActions } from '../../../_version/VersionActions'
import { dayWords, isLate } from '../../../_version/version-words'
import { WorkLine } from '../../../_version/WorkLine'

/** One version: its name and time, its day, how far it is, and what can be done with it. */
export function VersionRow({ version }: { version: CountedVersion }) {
  const { slug } = useWorkspace()
  const { key } = useProject()
  const time = timeWords(version.time, useWorkTime())
  const now = today()
  return (
    <li
      aria-label={version.name}
      className="flex flex-col gap-x-4 gap-y-1 py-2 sm:min-h-12 sm:flex-row sm:items-center"
    >
      <div className="min-w-0 grow">
        <NearLink
          href={addresses.version(slug, key, version.id)}
          className="font-medium underline-offset-3 hover:underline focus-visible:underline"
        >
          {version.name}
        </NearLink>
        {time ? <p className="truncate text-muted tabular-nums">{time}</p> : null}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 sm:flex-nowrap">
        <span className="flex flex-wrap gap-x-4 sm:contents">
          <span
            className={cx(
              'shrink-0 tabular-nums sm:w-32 sm:text-right',
              isLate(version, now) ? 'text-danger-ink' : 'text-muted',
            )}
            suppressHydrationWarning
          >
            {dayWords(version, now) ?? 'no day'}
          </span>
          <span className="shrink-0 sm:flex sm:w-48 sm:justify-end">
            <WorkLine work={version.work} />
          </span>
        </span>
        <span className="flex shrink-0 justify-end empty:hidden sm:w-28">
          <VersionActions version={version} />
        </span>
      </div>
    </li>
  )
}
