'use client'

import { ChevronLeft, ChevronRight, Download } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { Button } from '@/app/_ui/Button'
import { ButtonLink } from '@/app/_ui/ButtonLink'
import { buttonClasses } from '@/app/_ui/buttonClasses'
import { Combobox } from '@/app/_ui/Combobox'
import { PrefetchLink } from '@/app/_ui/PrefetchLink'
import { SegmentedControl } from '@/app/_ui/SegmentedControl'
import type { LocalDate } from '@/domain/kernel/primitives'
import { addDays } from '@/domain/time/localDate'
import { NO_ROUNDING, ROUNDING_MINUTES, type Rounding } from '@/domain/time/rounding'
import { type TimesheetQuery, timesheetHref } from './timesheetQuery'

type Props = { query: TimesheetQuery; isAdmin: boolean; thisWeek: LocalDate }

/** Selects the week, the people and the rounding, and exports as CSV. */
export function TimesheetToolbar({ query, isAdmin, thisWeek }: Props) {
  const router = useRouter()
  const { slug } = useWorkspace()
  const hrefWith = (change: Partial<TimesheetQuery>) => timesheetHref(slug, { ...query, ...change })
  const weekLink = (days: number, label: string, icon: React.ReactNode) => (
    <PrefetchLink
      href={hrefWith({ week: addDays(query.week, days) })}
      aria-label={label}
      data-tooltip={label}
      className={buttonClasses('ghost', 'normal', true)}
    >
      {icon}
    </PrefetchLink>
  )
  return (
    <div className="flex flex-wrap items-center gap-2">
      <h2 className="min-w-44 text-title font-semibold tabular-nums">{formatWeek(query.week)}</h2>
      {weekLink(-7, 'Previous week', <ChevronLeft className="size-4" />)}
      {weekLink(7, 'Next week', <ChevronRight className="size-4" />)}
      {query.week === thisWeek ? null : (
        <ButtonLink href={hrefWith({ week: thisWeek })} size="small">
          This week
        </ButtonLink>
      )}
      <span className="grow" />
      {isAdmin ? (
        <SegmentedControl
          label="Show time of"
          value={query.team ? 'team' : 'mine'}
          options={[
            { value: 'mine', label: 'Mine' },
            { value: 'team', label: 'Team' },
          ]}
          onChange={(view) => router.push(hrefWith({ team: view === 'team' }))}
        />
      ) : null}
      <Combobox
        label="Rounding"
        options={ROUNDING_OPTIONS.map((each) => ({
          id: roundingId(each),
          label: roundingLabel(each),
        }))}
        value={roundingId(query.rounding)}
        onSelect={(id) =>
          router.push(
            hrefWith({
              rounding: ROUNDING_OPTIONS.find((each) => roundingId(each) === id) ?? NO_ROUNDING,
            }),
          )
        }
        trigger={
          <Button aria-label={`Rounding: ${roundingLabel(query.rounding)}`}>
            {roundingLabel(query.rounding)}
          </Button>
        }
      />
      <a href={csvHref(slug, query)} download className={buttonClasses('secondary')}>
        <Download className="size-4" />
        CSV
      </a>
    </div>
  )
}

const ROUNDING_OPTIONS: Rounding[] = ROUNDING_MINUTES.flatMap((minutes): Rounding[] =>
  minutes === 0
    ? [NO_ROUNDING]
    : [
        { minutes, mode: 'nearest' },
        { minutes, mode: 'up' },
      ],
)
const roundingId = ({ minutes, mode }: Rounding) => `${minutes} ${mode}`
const roundingLabel = ({ minutes, mode }: Rounding) =>
  minutes === 0 ? 'Exact times' : `${mode === 'up' ? 'Up to' : 'Nearest'} ${minutes} min`

function csvHref(slug: string, { week, team, filter, rounding }: TimesheetQuery): string {
  const params = new URLSearchParams({ workspace: slug, from: week, to: addDays(week, 6) })
  if (team) params.set('personId', 'everybody')
  if (team) for (const [name, value] of Object.entries(filter)) params.set(name, value)
  params.set('minutes', String(rounding.minutes))
  params.set('mode', rounding.mode)
  return `/api/timesheet?${params}`
}

/** Returns for example "17 – 23 Nov 2026". */
function formatWeek(monday: LocalDate): string {
  const date = (day: LocalDate) => new Date(`${day}T00:00:00Z`)
  return (
    new Intl.DateTimeFormat('en-GB', {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    })
      .formatRange(date(monday), date(addDays(monday, 6)))
      // Node and browsers put different spaces around the dash.
      .replace(/\s*–\s*/, ' – ')
  )
}
