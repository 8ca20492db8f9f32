'use client'

import { cx } from '@/app/_ui/cx'
import type { CountedVersion } from '@/domain/catalog/figures'
import { useWorkTime } from '../../../../_frame/workspace'
import { today } from '../../../../_task/fields/days'
import { timeWords } from '../../../../_time/time-words'
import { VersionActions } from '../../../../_version/VersionActions'
import { dayWords, isLate, STATE_WORDS } from '../../../../_version/version-words'
import { WorkLine } from '../../../../_version/WorkLine'

/** What the version is, when it is out, how far, and what its work has taken. */
export function VersionHead({ version }: { version: CountedVersion }) {
  const now = today()
  const day = dayWords(version, now)
  const time = timeWords(version.time, useWorkTime())
  return (
    <header className="flex items-start justify-between gap-4">
      <div className="flex min-w-0 flex-col gap-1">
        <h2 className="text-title font-semibold break-words">{version.name}</h2>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted tabular-nums">
          <span className={cx(isLate(version, now) && 'text-danger-ink')} suppressHydrationWarning>
            {/* "released 5 Jan" says the state already. */}
            {version.state === 'released' && day ? capital(day) : STATE_WORDS[version.state]}
            {version.state !== 'released' && day ? `, ${day}` : ''}
          </span>
          <WorkLine work={version.work} />
          {time ? <span>{time}</span> : null}
        </div>
      </div>
      <VersionActions version={version} />
    </header>
  )
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
