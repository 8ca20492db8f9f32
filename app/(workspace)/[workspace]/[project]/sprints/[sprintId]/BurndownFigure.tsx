import { scaleLinear } from 'd3-scale'
import { curveLinear, curveStep, line } from 'd3-shape'
import { type Burndown, daysBetween } from '@/domain/sprint/burndown'
import type { Day } from '@/domain/words'
import { figure, shortDay } from './words'

type Props = { burndown: Burndown; endDate: Day | null }
type Point = [x: number, y: number]

/** The drawing is 100 by 100 and stretched: lines keep their width, words stand beside it. */
const SIZE = 100
/** Names of days below it: as many as there is room for. */
const MOST_DAYS = 7

/** What remained over the days of a sprint, beside the scope and an even pace, as SVG. */
export function BurndownFigure({ burndown, endDate }: Props) {
  const { start, days } = burndown
  const all = [start, ...days]
  const unit = all.some(({ scope }) => scope.points > 0) ? 'points' : 'tasks'
  // One text: of several, React draws a title that differs from what the server has sent.
  const title = `Burndown of the sprint in ${unit}`
  const first = days[0]?.day ?? ''
  const planned = daysBetween(first, endDate ?? first).length
  const width = Math.max(planned, days.length)
  const x = scaleLinear([0, width], [0, SIZE])
  const most = Math.max(
    1,
    ...all.map(({ scope, remaining }) => Math.max(scope[unit], remaining[unit])),
  )
  const y = scaleLinear([0, most], [SIZE, 0]).nice(4)
  const drawn = line<Point>(
    ([at]) => x(at),
    ([, value]) => y(value),
  )
  const along = (of: 'scope' | 'remaining'): Point[] => all.map((each, i) => [i, each[of][unit]])
  const ideal: Point[] = [
    [0, start.remaining[unit]],
    [planned, 0],
  ]
  const names = daysBetween(first, dayOfLast(first, width))
  const every = Math.ceil(names.length / MOST_DAYS)
  return (
    <figure>
      <div className="relative h-56 print:h-36">
        {y.ticks(4).map((tick) => (
          <span
            key={tick}
            aria-hidden="true"
            className="absolute left-0 w-6 -translate-y-1/2 text-right text-tiny text-muted tabular-nums"
            style={{ top: `${y(tick)}%` }}
          >
            {figure(tick)}
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
          <desc id="burndown-desc">{inWords(burndown, unit)}</desc>
          {y.ticks(4).map((tick) => (
            <path key={tick} d={`M0 ${y(tick)}H${SIZE}`} className="stroke-line" />
          ))}
          <path d={drawn(ideal) ?? ''} className="stroke-edge" strokeDasharray="4 4" />
          <path
            d={drawn.curve(curveStep)(along('scope')) ?? ''}
            className="stroke-muted"
            strokeWidth="1.25"
          />
          <path
            d={drawn.curve(curveLinear)(along('remaining')) ?? ''}
            className="stroke-accent"
            strokeWidth="2.25"
            strokeLinejoin="round"
            strokeLinecap="round"
          />
        </svg>
      </div>
      <div className="relative mt-1 ml-8 h-4 text-tiny text-muted tabular-nums" aria-hidden="true">
        {names.map((day, i) =>
          i % every === 0 ? (
            <span
              key={day}
              className="absolute -translate-x-1/2 whitespace-nowrap"
              style={{ left: `${x(i + 0.5)}%` }}
            >
              {shortDay(day)}
            </span>
          ) : null,
        )}
      </div>
      <figcaption className="mt-2 flex flex-wrap gap-x-4 gap-y-1 pl-8 text-tiny text-muted">
        <Key name={`Remaining ${unit}`} className="stroke-accent" width={2.25} />
        <Key name="Scope" className="stroke-muted" width={1.25} />
        <Key name="Even pace" className="stroke-edge" width={1} dashes="4 4" />
      </figcaption>
    </figure>
  )
}

type KeyProps = { name: string; className: string; width: number; dashes?: string }

function Key({ name, className, width, dashes }: KeyProps) {
  return (
    <span className="flex items-center gap-1.5">
      <svg aria-hidden="true" width="20" height="6" fill="none">
        <path d="M0 3H20" className={className} strokeWidth={width} strokeDasharray={dashes} />
      </svg>
      {name}
    </span>
  )
}

function dayOfLast(first: Day, count: number): Day {
  return new Date(Date.parse(first) + (count - 1) * 86_400_000).toISOString().slice(0, 10)
}

function inWords({ start, days }: Burndown, unit: 'points' | 'tasks'): string {
  const last = days.at(-1)
  const from = `${figure(start.remaining[unit])} ${unit} remained at the start`
  if (!last) return `${from}.`
  const to = `${figure(last.remaining[unit])} at the end of ${shortDay(last.day)}`
  return `${from}, ${to}; the scope went from ${figure(start.scope[unit])} to ${figure(last.scope[unit])}. The table below has every day.`
}
