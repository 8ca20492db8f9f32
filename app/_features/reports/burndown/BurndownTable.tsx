import { DataTable, type TableColumn } from '@/app/_ui/DataTable'
import type { Burndown, BurndownDay, ScopeAmount } from '@/domain/sprint/burndown'
import { formatDayAndMonth, formatNumber, formatSigned } from '../format/reportFormat'

/** With more days than this, only days with a change are listed. */
const MAX_ROWS = 45

interface BurndownRow extends Partial<BurndownDay> {
  name: string
  /** True for a day without a change. Printouts may leave it out. */
  isUnchanged?: boolean
  scope: ScopeAmount
  remaining: ScopeAmount
}

const formatChange = (amount: ScopeAmount | undefined, sign: 1 | -1) =>
  amount?.tasks ? formatSigned(sign * amount.points) : ''

/** The most important columns come first: a phone shows only those without scrolling. */
const COLUMNS: TableColumn<BurndownRow>[] = [
  { id: 'day', header: 'Day', cell: (row) => row.name, className: 'whitespace-nowrap' },
  {
    id: 'remaining',
    header: 'Remaining',
    isNumeric: true,
    cell: (row) => formatNumber(row.remaining.points),
  },
  {
    id: 'tasks',
    header: 'Tasks left',
    isNumeric: true,
    cell: (row) => formatNumber(row.remaining.tasks),
  },
  {
    id: 'done',
    header: 'Done',
    isNumeric: true,
    cell: (row) =>
      row.done && (row.done.tasks || row.done.points) ? formatNumber(row.done.points) : '',
  },
  { id: 'scope', header: 'Scope', isNumeric: true, cell: (row) => formatNumber(row.scope.points) },
  { id: 'added', header: 'Added', isNumeric: true, cell: (row) => formatChange(row.added, 1) },
  {
    id: 'removed',
    header: 'Removed',
    isNumeric: true,
    cell: (row) => formatChange(row.removed, -1),
  },
  {
    id: 'reestimated',
    header: 'Re-estimated',
    isNumeric: true,
    cell: (row) => (row.reestimated ? formatSigned(row.reestimated) : ''),
  },
]

/** The points of a burndown at the end of each day. */
export function BurndownTable({ burndown }: { burndown: Burndown }) {
  const { start, days } = burndown
  const changedDays = new Set(days.filter(hasChanged))
  const shownDays = days.length > MAX_ROWS ? [...changedDays] : days
  const rows: BurndownRow[] = [
    { name: 'Start', ...start },
    ...shownDays.map((day) => ({
      name: formatDayAndMonth(day.day),
      isUnchanged: !changedDays.has(day),
      ...day,
    })),
  ]
  return (
    <div className="mt-3">
      <DataTable
        caption="Burndown in points, at the end of each day"
        columns={COLUMNS}
        rows={rows}
        rowKey={(row) => row.day ?? row.name}
        rowClassName={({ isUnchanged }) => (isUnchanged ? 'print:hidden' : '')}
      />
      {shownDays.length > changedDays.size ? (
        <p className="mt-1 hidden text-xs text-muted print:block">
          Days on which nothing changed are left out.
        </p>
      ) : null}
    </div>
  )
}

function hasChanged(day: BurndownDay, i: number, all: BurndownDay[]): boolean {
  const before = all[i - 1]
  if (!before || i === all.length - 1) return true
  const isSame = (a: ScopeAmount, b: ScopeAmount) => a.points === b.points && a.tasks === b.tasks
  return !isSame(before.scope, day.scope) || !isSame(before.remaining, day.remaining)
}
