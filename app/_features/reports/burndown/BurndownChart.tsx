import { scaleLinear } from 'd3-scale'
import { curveLinear, curveStep, line } from 'd3-shape'
import type { LocalDate } from '@/domain/kernel/primitives'
import { type Burndown, daysBetween } from '@/domain/sprint/burndown'
import { formatDayAndMonth, formatNumber } from '../format/reportFormat'

type Props = { burndown: Burndown; endDate: LocalDate | null }
type ChartPoint = [x: number, y: number]

/**
 * The drawing is 100 by 100 units and is stretched. Lines keep their width; text is placed outside.
 */
const SIZE = 100
/** Maximum number of day labels below the chart. */
const MAX_DAY_LABELS = 7

/** The remaining work over the days of a sprint, with the scope and a guideline, as SVG. */
export function BurndownChart({ burndown, endDate }: Props) {
  const { start, days } = burndown
  const snapshots = [start, ...days]
  const unit = snapshots.some(({ scope }) => scope.points > 0) ? 'points' : 'tasks'
  // One string: React hydrates a title of several parts differently from the server's HTML.
  const title = `Burndown of the sprint in ${unit}`
  const first = days[0]?.day ?? ''
  const plannedDays = daysBetween(first, endDate ?? first).length
  const width = Math.max(plannedDays, days.length)
  const x = scaleLinear([0, width], [0, SIZE])
  const maxValue = Math.max(
    1,
    ...snapshots.map(({ scope, remaining }) => Math.max(scope[unit], remaining[unit])),
  )
  const y = scaleLinear([0, maxValue], [SIZE, 0]).nice(4)
  const toPath = line<ChartPoint>(
    ([at]) => x(at),
    ([, value]) => y(value),
  )
  const seriesOf = (of: 'scope' | 'remaining'): ChartPoint[] =>
    snapshots.map((each, i) => [i, each[of][unit]])
  const ideal: ChartPoint[] = [
    [0, start.remaining[unit]],
    [plannedDays, 0],
  ]
  const dayLabels = daysBetween(first, lastDay(first, width))
  const labelInterval = Math.ceil(dayLabels.length / MAX_DAY_LABELS)
  return (
    <figure>
      <div className="relative h-56 print:h-36">
        {y.ticks(4).map((tick) => (
          <span
            key={tick}
            aria-hidden="true"
            className="absolute left-0 w-6 -translate-y-1/2 text-right text-xs text-muted tabular-nums"
            style={{ top: `${y(tick)}%` }}
          >
            {formatNumber(tick)}
          </span>
        ))}
        <svg
          role="img"
          aria-labelledby="burndown-title burndown-desc"
          viewBox={`0 0 ${SIZE} ${SIZE}`}
          preserveAspectRatio="none"
          className="absolute inset-y-0 right-0 left-8 h-full w-[calc(100%-2rem)] overflow-visible *:[vector-effect:non-scaling-stroke]"
          fill="none"
        >
          <title id="burndown-title">{title}</title>
          <desc id="burndown-desc">{chartDescription(burndown, unit)}</desc>
          {y.ticks(4).map((tick) => (
            <path key={tick} d={`M0 ${y(tick)}H${SIZE}`} className="stroke-line" />
          ))}
          <path d={toPath(ideal) ?? ''} className="stroke-edge" strokeDasharray="4 4" />
          <path
            d={toPath.curve(curveStep)(seriesOf('scope')) ?? ''}
            className="stroke-muted"
            strokeWidth="1.25"
          />
          <path
            d={toPath.curve(curveLinear)(seriesOf('remaining')) ?? ''}
            className="stroke-accent"
            strokeWidth="2.25"
            strokeLinejoin="round"
            strokeLinecap="round"
          />
        </svg>
      </div>
      <div className="relative mt-1 ml-8 h-4 text-xs text-muted tabular-nums" aria-hidden="true">
        {dayLabels.map((day, i) =>
          i % labelInterval === 0 ? (
            <span
              key={day}
              className="absolute -translate-x-1/2 whitespace-nowrap"
              style={{ left: `${x(i + 0.5)}%` }}
            >
              {formatDayAndMonth(day)}
            </span>
          ) : null,
        )}
      </div>
      <figcaption className="mt-2 flex flex-wrap gap-x-4 gap-y-1 pl-8 text-xs text-muted">
        <LegendItem name={`Remaining ${unit}`} className="stroke-accent" width={2.25} />
        <LegendItem name="Scope" className="stroke-muted" width={1.25} />
        <LegendItem name="Guideline" className="stroke-edge" width={1} dashes="4 4" />
      </figcaption>
    </figure>
  )
}

type LegendItemProps = { name: string; className: string; width: number; dashes?: string }

function LegendItem({ name, className, width, dashes }: LegendItemProps) {
  return (
    <span className="flex items-center gap-1.5">
      <svg aria-hidden="true" width="20" height="6" fill="none">
        <path d="M0 3H20" className={className} strokeWidth={width} strokeDasharray={dashes} />
      </svg>
      {name}
    </span>
  )
}

function lastDay(first: LocalDate, count: number): LocalDate {
  return new Date(Date.parse(first) + (count - 1) * 86_400_000).toISOString().slice(0, 10)
}

function chartDescription({ start, days }: Burndown, unit: 'points' | 'tasks'): string {
  const last = days.at(-1)
  const from = `${formatNumber(start.remaining[unit])} ${unit} remained at the start`
  if (!last) return `${from}.`
  const to = `${formatNumber(last.remaining[unit])} at the end of ${formatDayAndMonth(last.day)}`
  return `${from}, ${to}; the scope went from ${formatNumber(start.scope[unit])} to ${formatNumber(last.scope[unit])}. The table below has every day.`
}
