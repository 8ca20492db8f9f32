import { type CountedTask, type SprintReport, sumPoints } from '@/domain/sprint/report'
import { formatNumber, formatSigned, formatTaskCount, pointsUnit } from '../format/reportFormat'
import { sectionId } from '../tables/ReportTaskTable'

/** The numbers of a sprint. Each links to its tasks. */
export function ReportTotals({ report }: { report: SprintReport }) {
  const { scopeChanges, committed, done, notDone, carriedIn, carriedOut } = report
  const changesOfKind = (kind: (typeof scopeChanges)[number]['kind']) =>
    scopeChanges.filter((each) => each.kind === kind)
  const changeTotals = (kind: (typeof scopeChanges)[number]['kind']) => ({
    points: changesOfKind(kind).reduce((sum, { from, to }) => sum + (to ?? 0) - (from ?? 0), 0),
    tasks: changesOfKind(kind).length,
  })
  const taskTotals = (tasks: CountedTask[]) => ({ points: sumPoints(tasks), tasks: tasks.length })
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line sm:grid-cols-4 print:grid-cols-8">
      <TotalCell title="Committed" {...taskTotals(committed)} />
      <TotalCell title="Added" {...changeTotals('added')} isChange />
      <TotalCell title="Removed" {...changeTotals('removed')} isChange />
      <TotalCell title="Re-estimated" {...changeTotals('re-estimated')} isChange />
      <TotalCell title="Completed" {...taskTotals(done)} />
      <TotalCell title="Not completed" {...taskTotals(notDone)} />
      <TotalCell title="Carried in" {...taskTotals(carriedIn)} />
      <TotalCell title="Carried out" {...taskTotals(carriedOut)} />
    </dl>
  )
}

type TotalCellProps = { title: string; points: number; tasks: number; isChange?: boolean }

function TotalCell({ title, points, tasks, isChange = false }: TotalCellProps) {
  const value = isChange ? formatSigned(points) : formatNumber(points)
  const body = (
    <>
      <span className="text-title font-semibold tabular-nums">{value}</span>{' '}
      <span className="text-muted">{pointsUnit(points)}</span>
      <span className="block text-muted tabular-nums">{formatTaskCount(tasks)}</span>
    </>
  )
  return (
    <div className="bg-raised px-3 py-2.5 print:px-2 print:py-1">
      <dt className="text-muted">{title}</dt>
      <dd>
        {tasks > 0 ? (
          <a href={`#${sectionId(title)}`} className="block rounded-chip hover:text-accent-ink">
            {body}
          </a>
        ) : (
          body
        )}
      </dd>
    </div>
  )
}
