'use client'

import { ChevronLeft, ChevronRight, Download } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { Button } from '@/app/_ui/Button'
import { ButtonLink } from '@/app/_ui/ButtonLink'
import { buttonLook } from '@/app/_ui/button-look'
import { NearLink } from '@/app/_ui/NearLink'
import { Pick } from '@/app/_ui/Pick'
import { Segmented } from '@/app/_ui/Segmented'
import { addDays } from '@/domain/time/day'
import { EXACT, type Rounding, STEPS } from '@/domain/time/rounding'
import type { Day } from '@/domain/words'
import { useWorkspace } from '../../_frame/workspace'
import { type Asked, addressOf } from './asked'

type Props = { asked: Asked; isAdmin: boolean; thisWeek: Day }

/** Which week, whose time, how it is rounded, and the way out as CSV. */
export function SheetBar({ asked, isAdmin, thisWeek }: Props) {
  const router = useRouter()
  const { slug } = useWorkspace()
  const to = (change: Partial<Asked>) => addressOf(slug, { ...asked, ...change })
  const step = (days: number, label: string, icon: React.ReactNode) => (
    <NearLink
      href={to({ week: addDays(asked.week, days) })}
      aria-label={label}
      data-tip={label}
      className={buttonLook('bare', 'normal', true)}
    >
      {icon}
    </NearLink>
  )
  return (
    <div className="flex flex-wrap items-center gap-2">
      <h2 className="min-w-44 text-title font-semibold tabular-nums">{weekWords(asked.week)}</h2>
      {step(-7, 'Previous week', <ChevronLeft className="size-4" />)}
      {step(7, 'Next week', <ChevronRight className="size-4" />)}
      {asked.week === thisWeek ? null : (
        <ButtonLink href={to({ week: thisWeek })} size="small">
          This week
        </ButtonLink>
      )}
      <span className="grow" />
      {isAdmin ? (
        <Segmented
          label="Whose time"
          value={asked.team ? 'team' : 'mine'}
          options={[
            { value: 'mine', label: 'Mine' },
            { value: 'team', label: 'Team' },
          ]}
          onChange={(view) => router.push(to({ team: view === 'team' }))}
        />
      ) : null}
      <Pick
        label="Rounding"
        options={ROUNDINGS.map((each) => ({ id: idOf(each), label: roundingWords(each) }))}
        value={idOf(asked.rounding)}
        onPick={(id) =>
          router.push(to({ rounding: ROUNDINGS.find((each) => idOf(each) === id) ?? EXACT }))
        }
        trigger={
          <Button aria-label={`Rounding: ${roundingWords(asked.rounding)}`}>
            {roundingWords(asked.rounding)}
          </Button>
        }
      />
      <a href={csvAddress(slug, asked)} download className={buttonLook('quiet')}>
        <Download className="size-4" />
        CSV
      </a>
    </div>
  )
}

const ROUNDINGS: Rounding[] = STEPS.flatMap((minutes): Rounding[] =>
  minutes === 0
    ? [EXACT]
    : [
        { minutes, way: 'nearest' },
        { minutes, way: 'up' },
      ],
)
const idOf = ({ minutes, way }: Rounding) => `${minutes} ${way}`
const roundingWords = ({ minutes, way }: Rounding) =>
  minutes === 0 ? 'Exact times' : `${way === 'up' ? 'Up to' : 'Nearest'} ${minutes} min`

function csvAddress(slug: string, { week, team, filter, rounding }: Asked): string {
  const query = new URLSearchParams({ workspace: slug, from: week, to: addDays(week, 6) })
  if (team) query.set('of', 'everybody')
  if (team) for (const [name, value] of Object.entries(filter)) query.set(name, value)
  query.set('minutes', String(rounding.minutes))
  query.set('way', rounding.way)
  return `/api/timesheet?${query}`
}

/** "17 – 23 Nov 2026" */
function weekWords(monday: Day): string {
  const date = (day: Day) => new Date(`${day}T00:00:00Z`)
  return (
    new Intl.DateTimeFormat('en-GB', {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    })
      .formatRange(date(monday), date(addDays(monday, 6)))
      // Node and browsers do not agree on the spaces around it.
      .replace(/\s*–\s*/, ' – ')
  )
}
