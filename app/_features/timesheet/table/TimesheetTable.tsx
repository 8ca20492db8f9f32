'use client'

import { Lock } from 'lucide-react'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { cx } from '@/app/_ui/cx'
import type { LocalDate } from '@/domain/kernel/primitives'
import { formatHours } from '@/domain/time/duration'

type Props = {
  caption: string
  /** Header of the row labels, for example "Task". */
  rowHeader: string
  days: readonly LocalDate[]
  today: LocalDate
  /** Days up to and including this one are locked. */
  lockedUntil?: LocalDate | null
  children: ReactNode
  /** Seconds by day. */
  dayTotals: ReadonlyMap<LocalDate, number>
  /** Rendered below the rows, above the totals. */
  footer?: ReactNode
}

const numberCellClass = 'h-row border-line border-b px-1 text-right tabular-nums sm:px-2'
/** The row label and its total stay in view while a phone scrolls the days. */
const stickyFirstClass = 'sticky left-0 z-10 bg-canvas max-sm:shadow-[1px_0_0_var(--line)]'
const stickyTotalClass =
  'max-sm:sticky right-0 z-10 bg-canvas max-sm:pr-3 max-sm:shadow-[-1px_0_0_var(--line)]'

/** A table of a week: one column per day, one for the total, and a row of daily totals. */
export function TimesheetTable(props: Props) {
  const { caption, rowHeader, days, today, lockedUntil, children, dayTotals, footer } = props
  const total = [...dayTotals.values()].reduce((sum, seconds) => sum + seconds, 0)
  const scroller = useRef<HTMLElement>(null)
  // When the week is wider than the screen, scrolls to today.
  useLayoutEffect(() => {
    const todayHeader = scroller.current?.querySelector<HTMLElement>('[aria-current="date"]')
    const previousHeader = todayHeader?.previousElementSibling
    if (!scroller.current || !(previousHeader instanceof HTMLElement)) return
    const stickyWidth = scroller.current.querySelector<HTMLElement>('th')?.offsetWidth ?? 0
    scroller.current.scrollLeft = previousHeader.offsetLeft - stickyWidth
  }, [])
  return (
    <section
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it
      tabIndex={0}
      aria-label={caption}
      className="relative overflow-x-auto max-sm:-mx-4 max-sm:scroll-pr-18 max-sm:scroll-pl-28"
    >
      <table className="w-full min-w-172 table-fixed border-separate border-spacing-0 text-left sm:min-w-180">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="text-muted">
            <th
              scope="col"
              className={cx(
                stickyFirstClass,
                'h-row w-28 border-line border-b px-2 font-medium max-sm:pl-4 sm:w-64',
              )}
            >
              {rowHeader}
            </th>
            {days.map((day) => (
              <th
                key={day}
                scope="col"
                aria-current={day === today ? 'date' : undefined}
                className={cx(
                  numberCellClass,
                  day === today ? 'font-semibold text-text' : 'font-medium',
                )}
              >
                <span className="inline-flex items-center gap-1">
                  {lockedUntil && day <= lockedUntil ? (
                    <Lock role="img" aria-label="Locked" className="size-3" />
                  ) : null}
                  {formatWeekday(day)}
                </span>
              </th>
            ))}
            <th
              scope="col"
              className={cx(numberCellClass, stickyTotalClass, 'w-18 font-medium sm:w-24')}
            >
              Total
            </th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
        <tfoot>
          {footer}
          <tr className="font-medium">
            <th
              scope="row"
              className={cx(stickyFirstClass, 'h-row px-2 font-medium text-muted max-sm:pl-4')}
            >
              Total
            </th>
            {days.map((day) => (
              <td key={day} className={cx(numberCellClass, 'border-b-0')}>
                {formatCellTime(dayTotals.get(day) ?? 0)}
              </td>
            ))}
            <td className={cx(numberCellClass, stickyTotalClass, 'border-b-0')}>
              {formatCellTime(total)}
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

/** The label of a row: the key, then the title, which is below the key on a phone. */
export function RowHeader({ children }: { children: ReactNode }) {
  return (
    <th
      scope="row"
      className={cx(
        stickyFirstClass,
        'truncate border-line border-b px-2 font-normal max-sm:py-1 max-sm:pl-4',
      )}
    >
      {children}
    </th>
  )
}

/** A cell with a duration; empty for zero. */
export function TimeCell({ seconds, strong }: { seconds: number; strong?: boolean }) {
  return (
    <td className={cx(numberCellClass, strong && stickyTotalClass, strong && 'font-medium')}>
      {formatCellTime(seconds)}
    </td>
  )
}

const formatCellTime = (seconds: number) => (seconds === 0 ? '' : formatHours(seconds))

/** Returns for example "Mon 17". */
export function formatWeekday(day: LocalDate): string {
  const date = new Date(`${day}T00:00:00Z`)
  const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' })
  return `${weekday.format(date)} ${date.getUTCDate()}`
}
