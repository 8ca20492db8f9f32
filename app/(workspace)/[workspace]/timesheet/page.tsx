import type { Metadata } from 'next'
import { Main, TopBar } from '@/app/_ui/TopBar'
import { Trail } from '@/app/_ui/Trail'
import { addDays, dayOf, weekOf } from '@/domain/time/day'
import { filterSheet } from '@/domain/time/timesheet'
import { workspaceOfPage } from '@/server/access/page'
import { publicRealtime } from '@/server/environment'
import { timesheet } from '@/server/queries/timesheet'
import { timeSettings } from '@/server/queries/workTime'
import { askedOf } from './asked'
import { SheetBar } from './SheetBar'
import { Team } from './Team'
import { TeamFilter } from './TeamFilter'
import { TeamFollow } from './TeamFollow'
import { TimeLive } from './TimeLive'
import { Week } from './week/Week'

export const metadata: Metadata = { title: 'Timesheet' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A week of one's own, task by day; for admins also everybody's. */
export default async function TimesheetPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await workspaceOfPage(workspace)
  const { timeZone, lockedUntil } = await timeSettings(scope)
  const zone = timeZone ?? 'UTC'
  const isAdmin = scope.person.role === 'admin'
  const asked = askedOf(await searchParams, isAdmin, dayOf(new Date().toISOString(), zone))
  const { week, team, rounding } = asked
  const sunday = addDays(week, 6)
  const sheet = team
    ? await timesheet(scope, 'everybody', week, sunday)
    : // The week before as well: its tasks are likely the ones to log on.
      await timesheet(scope, scope.person.id, addDays(week, -7), sunday)
  const today = dayOf(new Date().toISOString(), zone)
  return (
    <>
      <TopBar trail={<Trail here="Timesheet" />} end={<TimeLive realtime={publicRealtime()} />} />
      <Main>
        <div className="mx-auto flex max-w-300 flex-col gap-4 px-4 py-4 md:py-6">
          <SheetBar asked={asked} isAdmin={isAdmin} thisWeek={weekOf(today)} />
          {team ? (
            <>
              <TeamFilter asked={asked} sheet={sheet} />
              <Team sheet={filterSheet(sheet, asked.filter)} asked={asked} today={today} />
              <TeamFollow />
            </>
          ) : (
            <Week
              key={`${week} ${rounding.minutes} ${rounding.way}`}
              sheet={sheet}
              week={week}
              today={today}
              zone={zone}
              lockedUntil={lockedUntil}
              rounding={rounding}
              mayLog={scope.person.role !== 'viewer'}
            />
          )}
        </div>
      </Main>
    </>
  )
}
