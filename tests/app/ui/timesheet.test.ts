import { dehydrate, QueryClient } from '@tanstack/react-query'
import { getQueryKey } from '@trpc/react-query'
import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { ApiProvider } from '@/app/_api/ApiProvider'
import { trpc } from '@/app/_api/trpc'
import { type Workspace, WorkspaceProvider } from '@/app/_features/shell/useWorkspace'
import { MyTimesheet } from '@/app/_features/timesheet/MyTimesheet'
import { TeamTimesheet } from '@/app/_features/timesheet/TeamTimesheet'
import { parseTimesheetQuery, timesheetHref } from '@/app/_features/timesheet/timesheetQuery'
import { NO_ROUNDING } from '@/domain/time/rounding'
import type { Timesheet } from '@/domain/time/timesheet'

// Links use the router, which exists only in a browser.
vi.mock('next/navigation', () => ({ useRouter: () => ({}) }))

const workspace: Workspace = {
  slug: 'field',
  name: 'Field',
  projects: [],
  me: { id: 'ada', name: 'Ada', email: 'ada@example.com', role: 'admin' },
  timeSettings: { hoursPerDay: 8, daysPerWeek: 5, lockedUntil: null, timeZone: 'UTC' },
  runningTimer: null,
}
const task = (id: string, number: number, labels: string[]) => ({
  ...{ id, projectId: 'p', projectKey: 'ALO', projectName: 'Aloy', number, title: `T${number}` },
  ...{ labels, version: 1, archived: false, epic: null },
})
const entry = (worklogId: string, taskId: string, day: string, seconds: number) => ({
  ...{ projectId: 'p', worklogId, taskId, personId: 'ada', startedAt: `${day}T10:00:00.000Z` },
  ...{ day, seconds },
})
const timesheet: Timesheet = {
  from: '2031-01-06',
  to: '2031-01-12',
  people: [{ id: 'ada', name: 'Ada' }],
  tasks: [task('a', 1, ['api', 'web']), task('b', 2, [])],
  entries: [
    entry('w1', 'a', '2031-01-06', 3_600),
    entry('w2', 'a', '2031-01-06', 60),
    entry('w3', 'b', '2031-01-08', 1_800),
  ],
  seqByProject: {},
}

/** Returns the cells of each row, inputs by their values. */
function tableRows(html: string): string[][] {
  return [...html.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<t[hd].*?<\/t[hd]>/gs)].map(([cell]) =>
      (/ value="([^"]*)"/.exec(cell)?.[1] ?? cell.replace(/<[^>]*>/g, '')).trim(),
    ),
  )
}

const period = { from: timesheet.from, to: timesheet.to }

/** Renders a component on the server with a timesheet that was fetched before. */
function render(children: ReactNode): string {
  const queryClient = new QueryClient()
  for (const owner of [{}, { of: 'everybody' }] as const) {
    const input = { workspace: workspace.slug, ...owner, days: period }
    queryClient.setQueryData(getQueryKey(trpc.time.timesheet, input, 'query'), timesheet)
  }
  const state = dehydrate(queryClient)
  const page = createElement(ApiProvider, { state, children })
  return renderToStaticMarkup(
    // biome-ignore lint/correctness/noChildrenProp: no JSX here
    createElement(WorkspaceProvider, { value: workspace, children: page }),
  )
}

const renderWeek = (props: Partial<Parameters<typeof MyTimesheet>[0]> = {}) =>
  render(
    createElement(MyTimesheet, {
      ...{ period, week: '2031-01-06', timeZone: 'UTC', lockedUntil: null },
      ...{ rounding: NO_ROUNDING, today: '2031-01-08', canLog: true },
      ...props,
    }),
  )

test('a week has a row for each task, an input for each day, and totals', () => {
  const html = renderWeek()
  expect(tableRows(html)).toEqual([
    ['Task', 'Mon 6', 'Tue 7', 'Wed 8', 'Thu 9', 'Fri 10', 'Sat 11', 'Sun 12', 'Total'],
    ['ALO-1 T1', '1h 1m', '', '', '', '', '', '', '1h 1m'],
    ['ALO-2 T2', '', '', '30m', '', '', '', '', '30m'],
    ['Add task'],
    ['Total', '1h 1m', '', '30m', '', '', '', '', '1h 31m'],
  ])
  expect(html).toContain('aria-label="ALO-2, Wed 8"')
  expect(html.match(/<input/g)).toHaveLength(14)
  expect(html).not.toContain('disabled=""')
})

test('locked days, rounded times and the timesheets of viewers are read-only', () => {
  expect(renderWeek({ lockedUntil: '2031-01-07' }).match(/disabled=""/g)).toHaveLength(4)
  expect(renderWeek({ rounding: { minutes: 15, mode: 'up' } })).not.toContain('<input')
  expect(
    tableRows(renderWeek({ rounding: { minutes: 15, mode: 'up' } }))
      .at(-1)
      ?.at(-1),
  ).toBe('1h 45m')
  expect(renderWeek({ canLog: false })).not.toContain('<input')
})

test('time that appears in several rows counts once in the totals', () => {
  const query = parseTimesheetQuery(
    { view: 'team', groupBy: 'label', week: '2031-01-08' },
    true,
    '2031-01-01',
  )
  const html = render(createElement(TeamTimesheet, { period, query, today: '2031-01-08' }))
  expect(tableRows(html).slice(1)).toEqual([
    ['api', '1h 1m', '', '', '', '', '', '', '1h 1m'],
    ['web', '1h 1m', '', '', '', '', '', '', '1h 1m'],
    ['No label', '', '', '30m', '', '', '', '', '30m'],
    ['Total', '1h 1m', '', '30m', '', '', '', '', '1h 31m'],
  ])
})

test('the URL of a timesheet is parsed, and invalid values are ignored', () => {
  const asked = parseTimesheetQuery(
    {
      view: 'team',
      groupBy: 'epic',
      week: '2031-01-08',
      rounding: '15',
      roundingMode: 'up',
      label: 'api',
    },
    true,
    '2031-01-01',
  )
  expect(asked).toEqual({
    ...{ week: '2031-01-06', team: true, groupBy: 'epic', filter: { label: 'api' } },
    rounding: { minutes: 15, mode: 'up' },
  })
  expect(parseTimesheetQuery({ week: '9999-12-31' }, false, '2031-01-01').week).toBe('2030-12-30')
  const query = Object.fromEntries(new URL(timesheetHref('field', asked), 'http://x').searchParams)
  expect(parseTimesheetQuery(query, true, '2031-01-01')).toEqual(asked)
  expect(
    parseTimesheetQuery(
      { view: 'team', groupBy: 'x', week: '2031-99-99', rounding: '7' },
      false,
      '2031-01-01',
    ),
  ).toEqual({
    ...{ week: '2030-12-30', team: false, groupBy: 'person', filter: {} },
    rounding: NO_ROUNDING,
  })
})
