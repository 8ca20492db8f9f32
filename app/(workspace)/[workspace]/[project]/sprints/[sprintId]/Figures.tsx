import { type Counted, pointsOf, type SprintReport } from '@/domain/sprint/report'
import { anchorOf } from './TaskTable'
import { counted, figure, pointWord, signed } from './words'

/** The numbers of a sprint; each leads to its tasks. */
export function Figures({ report }: { report: SprintReport }) {
  const { scope, committed, done, notDone, carriedIn, carriedOut } = report
  const of = (kind: (typeof scope)[number]['kind']) => scope.filter((each) => each.kind === kind)
  const change = (kind: (typeof scope)[number]['kind']) => ({
    points: of(kind).reduce((sum, { from, to }) => sum + (to ?? 0) - (from ?? 0), 0),
    tasks: of(kind).length,
  })
  const all = (tasks: Counted[]) => ({ points: pointsOf(tasks), tasks: tasks.length })
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line sm:grid-cols-4 print:grid-cols-8">
      <Figure title="Committed" {...all(committed)} />
      <Figure title="Added" {...change('added')} isChange />
      <Figure title="Removed" {...change('removed')} isChange />
      <Figure title="Re-estimated" {...change('re-estimated')} isChange />
      <Figure title="Completed" {...all(done)} />
      <Figure title="Not completed" {...all(notDone)} />
      <Figure title="Carried in" {...all(carriedIn)} />
      <Figure title="Carried out" {...all(carriedOut)} />
    </dl>
  )
}

type FigureProps = { title: string; points: number; tasks: number; isChange?: boolean }

function Figure({ title, points, tasks, isChange = false }: FigureProps) {
  const value = isChange ? signed(points) : figure(points)
  const body = (
    <>
      <span className="text-title font-semibold tabular-nums">{value}</span>{' '}
      <span className="text-muted">{pointWord(points)}</span>
      <span className="block text-muted tabular-nums">{counted(tasks)}</span>
    </>
  )
  return (
    <div className="bg-raised px-3 py-2.5 print:px-2 print:py-1">
      <dt className="text-muted">{title}</dt>
      <dd>
        {tasks > 0 ? (
          <a href={`#${anchorOf(title)}`} className="block rounded-chip hover:text-accent-ink">
            {body}
          </a>
        ) : (
          body
        )}
      </dd>
    </div>
  )
}
