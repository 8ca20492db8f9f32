import { type Column, DataTable } from '@/app/_ui/DataTable'
import type { Amount, Burndown, BurndownDay } from '@/domain/sprint/burndown'
import { figure, shortDay, signed } from './words'

/** More days than this are told only where something happened. */
const MOST_DAYS = 45

interface Row extends Partial<BurndownDay> {
  name: string
  /** Nothing happened on it, which need not be on paper. */
  quiet?: boolean
  scope: Amount
  remaining: Amount
}

const change = (amount: Amount | undefined, sign: 1 | -1) =>
  amount?.tasks ? signed(sign * amount.points) : ''

/** What matters most comes first: a phone shows no more than that without scrolling. */
const COLUMNS: Column<Row>[] = [
  { id: 'day', title: 'Day', cell: (row) => row.name, className: 'whitespace-nowrap' },
  {
    id: 'remaining',
    title: 'Remaining',
    number: true,
    cell: (row) => figure(row.remaining.points),
  },
  { id: 'tasks', title: 'Tasks left', number: true, cell: (row) => figure(row.remaining.tasks) },
  {
    id: 'done',
    title: 'Done',
    number: true,
    cell: (row) => (row.done && (row.done.tasks || row.done.points) ? figure(row.done.points) : ''),
  },
  { id: 'scope', title: 'Scope', number: true, cell: (row) => figure(row.scope.points) },
  { id: 'added', title: 'Added', number: true, cell: (row) => change(row.added, 1) },
  { id: 'removed', title: 'Removed', number: true, cell: (row) => change(row.removed, -1) },
  {
    id: 'reestimated',
    title: 'Re-estimated',
    number: true,
    cell: (row) => (row.reestimated ? signed(row.reestimated) : ''),
  },
]

/** The figures of a burndown, in points, as they were at the end of each day. */
export function BurndownTable({ burndown }: { burndown: Burndown }) {
  const { start, days } = burndown
  const loud = new Set(days.filter(hasNews))
  const told = days.length > MOST_DAYS ? [...loud] : days
  const rows: Row[] = [
    { name: 'Start', ...start },
    ...told.map((day) => ({ name: shortDay(day.day), quiet: !loud.has(day), ...day })),
  ]
  return (
    <div className="mt-3">
      <DataTable
        caption="Burndown in points, at the end of each day"
        columns={COLUMNS}
        rows={rows}
        rowKey={(row) => row.day ?? row.name}
        rowLook={({ quiet }) => (quiet ? 'print:hidden' : '')}
      />
      {told.length > loud.size ? (
        <p className="mt-1 hidden text-tiny text-muted print:block">
          Days on which nothing changed are left out.
        </p>
      ) : null}
    </div>
  )
}

function hasNews(day: BurndownDay, i: number, all: BurndownDay[]): boolean {
  const before = all[i - 1]
  if (!before || i === all.length - 1) return true
  const same = (a: Amount, b: Amount) => a.points === b.points && a.tasks === b.tasks
  return !same(before.scope, day.scope) || !same(before.remaining, day.remaining)
}
