import type { Metadata } from 'next'
import { MyTimesheet } from '@/app/_features/timesheet/MyTimesheet'
import { RefreshOnTimeChange } from '@/app/_features/timesheet/RefreshOnTimeChange'
import { TeamTimesheet } from '@/app/_features/timesheet/TeamTimesheet'
import { TeamTimesheetFilters } from '@/app/_features/timesheet/TeamTimesheetFilters'
import { TimesheetConnection } from '@/app/_features/timesheet/TimesheetConnection'
import { TimesheetToolbar } from '@/app/_features/timesheet/TimesheetToolbar'
import { parseTimesheetQuery } from '@/app/_features/timesheet/timesheetQuery'
import { Breadcrumbs } from '@/app/_ui/Breadcrumbs'
import { Main, TopBar } from '@/app/_ui/TopBar'
import { addDays, localDateOf, startOfWeek } from '@/domain/time/localDate'
import { filterTimesheet } from '@/domain/time/timesheet'
import { requireWorkspace } from '@/server/access/pageAccess'
import { publicRealtime } from '@/server/environment'
import { loadTimeSettings } from '@/server/queries/timeSettings'
import { loadTimesheet } from '@/server/queries/timesheet'

export const metadata: Metadata = { title: 'Timesheet' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A week of one's own, task by day; for admins also everybody's. */
export default async function TimesheetPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace)
  const { timeZone, lockedUntil } = await loadTimeSettings(scope)
  const zone = timeZone ?? 'UTC'
  const isAdmin = scope.person.role === 'admin'
  const query = parseTimesheetQuery(
    await searchParams,
    isAdmin,
    localDateOf(new Date().toISOString(), zone),
  )
  const { week, team, rounding } = query
  const sunday = addDays(week, 6)
  const sheet = team
    ? await loadTimesheet(scope, 'everybody', week, sunday)
    : // The week before as well: its tasks are likely the ones to log on.
      await loadTimesheet(scope, scope.person.id, addDays(week, -7), sunday)
  const today = localDateOf(new Date().toISOString(), zone)
  return (
    <>
      <TopBar
        breadcrumbs={<Breadcrumbs current="Timesheet" />}
        end={<TimesheetConnection realtime={publicRealtime()} />}
      />
      <Main>
        <div className="mx-auto flex max-w-300 flex-col gap-4 px-4 py-4 md:py-6">
          <TimesheetToolbar query={query} isAdmin={isAdmin} thisWeek={startOfWeek(today)} />
          {team ? (
            <>
              <TeamTimesheetFilters query={query} sheet={sheet} />
              <TeamTimesheet
                sheet={filterTimesheet(sheet, query.filter)}
                query={query}
                today={today}
              />
              <RefreshOnTimeChange />
            </>
          ) : (
            <MyTimesheet
              key={`${week} ${rounding.minutes} ${rounding.mode}`}
              sheet={sheet}
              week={week}
              today={today}
              timeZone={zone}
              lockedUntil={lockedUntil}
              rounding={rounding}
              canLog={scope.person.role !== 'viewer'}
            />
          )}
        </div>
      </Main>
    </>
  )
}
