import type { Metadata } from 'next'
import { ApiProvider } from '@/app/_api/ApiProvider'
import { MyTimesheet } from '@/app/_features/timesheet/MyTimesheet'
import { TeamTimesheet } from '@/app/_features/timesheet/TeamTimesheet'
import { TimesheetConnection } from '@/app/_features/timesheet/TimesheetConnection'
import { TimesheetToolbar } from '@/app/_features/timesheet/TimesheetToolbar'
import { parseTimesheetQuery } from '@/app/_features/timesheet/timesheetQuery'
import { Breadcrumbs } from '@/app/_ui/Breadcrumbs'
import { Main, TopBar } from '@/app/_ui/TopBar'
import { addDays, localDateOf, startOfWeek } from '@/domain/time/localDate'
import { requireWorkspace } from '@/server/auth/pageAccess'
import { publicRealtime } from '@/server/environment'
import { loadTimeSettings } from '@/server/queries/timeSettings'
import { prefetchHelpers } from '@/server/trpc/prefetch'

export const metadata: Metadata = { title: 'Timesheet' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The user's own timesheet for a week; for admins also the timesheet of all people. */
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
  // The user's tasks of the previous week are likely to be logged on again.
  const period = { from: team ? week : addDays(week, -7), to: addDays(week, 6) }
  const helpers = await prefetchHelpers()
  const owner = team ? ({ of: 'everybody' } as const) : {}
  await helpers.time.timesheet.fetch({ workspace, ...owner, days: period })
  const today = localDateOf(new Date().toISOString(), zone)
  return (
    <ApiProvider state={helpers.dehydrate()}>
      <TopBar
        breadcrumbs={<Breadcrumbs current="Timesheet" />}
        end={<TimesheetConnection realtime={publicRealtime()} />}
      />
      <Main>
        <div className="mx-auto flex max-w-300 flex-col gap-4 px-4 py-4 md:py-6">
          <TimesheetToolbar query={query} isAdmin={isAdmin} thisWeek={startOfWeek(today)} />
          {team ? (
            <TeamTimesheet period={period} query={query} today={today} />
          ) : (
            <MyTimesheet
              key={`${week} ${rounding.minutes} ${rounding.mode}`}
              period={period}
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
    </ApiProvider>
  )
}
