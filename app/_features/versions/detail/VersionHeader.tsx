'use client'

import { useWorkTime } from '@/app/_features/shell/useWorkspace'
import { formatTimeTotals } from '@/app/_features/time/formatTimeTotals'
import { cx } from '@/app/_ui/cx'
import { localToday } from '@/app/_ui/localDate'
import type { VersionWithTotals } from '@/domain/views/versions'
import { VersionActions } from '../actions/VersionActions'
import { VersionProgress } from '../progress/VersionProgress'
import { formatReleaseDate, isOverdue, VERSION_STATE_LABELS } from '../versionLabels'

/** A version's description, release date, progress and time spent. */
export function VersionHeader({ version }: { version: VersionWithTotals }) {
  const currentDate = localToday()
  const releaseText = formatReleaseDate(version, currentDate)
  const time = formatTimeTotals(version.time, useWorkTime())
  return (
    <header className="flex items-start justify-between gap-4">
      <div className="flex min-w-0 flex-col gap-1">
        <h2 className="text-title font-semibold break-words">{version.name}</h2>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted tabular-nums">
          <span
            className={cx(isOverdue(version, currentDate) && 'text-danger-ink')}
            suppressHydrationWarning
          >
            {/* The text "released 5 Jan" already shows the state. */}
            {version.state === 'released' && releaseText
              ? capitalize(releaseText)
              : VERSION_STATE_LABELS[version.state]}
            {version.state !== 'released' && releaseText ? `, ${releaseText}` : ''}
          </span>
          <VersionProgress work={version.taskCounts} />
          {time ? <span>{time}</span> : null}
        </div>
      </div>
      <VersionActions version={version} />
    </header>
  )
}

const capitalize = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
