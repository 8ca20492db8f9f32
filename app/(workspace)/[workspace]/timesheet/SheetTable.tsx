import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '@/app/_ui/cx'
import { formatHours } from '@/domain/time/duration'
import type { Day } from '@/domain/words'

type Props = {
  caption: string
  /** What a row is: "Task". */
  first: string
  days: readonly Day[]
  /** Days up to this one are closed. */
  lockedUntil?: Day | null
  children: ReactNode
  /** By day, in seconds. */
  sums: ReadonlyMap<Day, number>
  /** Under the rows, over the sums. */
  foot?: ReactNode
}

const number = 'h-row border-line border-b px-2 text-right tabular-nums'

/** A table of a week: a column for each day, one for the sum, and the sums of the days below. */
export function SheetTable({ caption, first, days, lockedUntil, children, sums, foot }: Props) {
  const all = [...sums.values()].reduce((sum, seconds) => sum + seconds, 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it
    <section tabIndex={0} aria-label={caption} className="overflow-x-auto">
      <table className="w-full min-w-180 table-fixed border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="text-muted">
            <th scope="col" className="h-row w-64 border-line border-b px-2 font-medium">
              {first}
            </th>
            {days.map((day) => (
              <th key={day} scope="col" className={cx(number, 'font-medium')}>
                <span className="inline-flex items-center gap-1">
                  {lockedUntil && day <= lockedUntil ? (
                    <Lock role="img" aria-label="Locked" className="size-3" />
                  ) : null}
                  {dayWords(day)}
                </span>
              </th>
            ))}
            <th scope="col" className={cx(number, 'w-24 font-medium')}>
              Sum
            </th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
        <tfoot>
          {foot}
          <tr className="font-medium">
            <th scope="row" className="h-row px-2 font-medium text-muted">
              Sum
            </th>
            {days.map((day) => (
              <td key={day} className={cx(number, 'border-b-0')}>
                {timeWords(sums.get(day) ?? 0)}
              </td>
            ))}
            <td className={cx(number, 'border-b-0')}>{timeWords(all)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

/** One cell with a time in it; empty where there is none. */
export function TimeCell({ seconds, strong }: { seconds: number; strong?: boolean }) {
  return <td className={cx(number, strong && 'font-medium')}>{timeWords(seconds)}</td>
}

const timeWords = (seconds: number) => (seconds === 0 ? '' : formatHours(seconds))

/** "Mon 17" */
export function dayWords(day: Day): string {
  const date = new Date(`${day}T00:00:00Z`)
  const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' })
  return `${weekday.format(date)} ${date.getUTCDate()}`
}
