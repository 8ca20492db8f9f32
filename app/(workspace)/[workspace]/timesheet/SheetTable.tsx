'use client'

import { Lock } from 'lucide-react'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { cx } from '@/app/_ui/cx'
import { formatHours } from '@/domain/time/duration'
import type { Day } from '@/domain/words'

type Props = {
  caption: string
  /** What a row is: "Task". */
  first: string
  days: readonly Day[]
  today: Day
  /** Days up to this one are closed. */
  lockedUntil?: Day | null
  children: ReactNode
  /** By day, in seconds. */
  sums: ReadonlyMap<Day, number>
  /** Under the rows, over the sums. */
  foot?: ReactNode
}

const number = 'h-row border-line border-b px-1 text-right tabular-nums sm:px-2'
/** What a row is and its sum stay in sight while the days between them are scrolled on a phone. */
const held = 'sticky left-0 z-10 bg-canvas max-sm:shadow-[1px_0_0_var(--line)]'
const sum = 'max-sm:sticky right-0 z-10 bg-canvas max-sm:pr-3 max-sm:shadow-[-1px_0_0_var(--line)]'

/** A table of a week: a column for each day, one for the sum, and the sums of the days below. */
export function SheetTable(props: Props) {
  const { caption, first, days, today, lockedUntil, children, sums, foot } = props
  const all = [...sums.values()].reduce((sum, seconds) => sum + seconds, 0)
  const frame = useRef<HTMLElement>(null)
  // Where the week is wider than the screen it opens at today.
  useLayoutEffect(() => {
    const head = frame.current?.querySelector<HTMLElement>('[aria-current="date"]')
    const before = head?.previousElementSibling
    if (!frame.current || !(before instanceof HTMLElement)) return
    const hidden = frame.current.querySelector<HTMLElement>('th')?.offsetWidth ?? 0
    frame.current.scrollLeft = before.offsetLeft - hidden
  }, [])
  return (
    <section
      ref={frame}
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
                held,
                'h-row w-28 border-line border-b px-2 font-medium max-sm:pl-4 sm:w-64',
              )}
            >
              {first}
            </th>
            {days.map((day) => (
              <th
                key={day}
                scope="col"
                aria-current={day === today ? 'date' : undefined}
                className={cx(number, day === today ? 'font-semibold text-text' : 'font-medium')}
              >
                <span className="inline-flex items-center gap-1">
                  {lockedUntil && day <= lockedUntil ? (
                    <Lock role="img" aria-label="Locked" className="size-3" />
                  ) : null}
                  {dayWords(day)}
                </span>
              </th>
            ))}
            <th scope="col" className={cx(number, sum, 'w-18 font-medium sm:w-24')}>
              Sum
            </th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
        <tfoot>
          {foot}
          <tr className="font-medium">
            <th scope="row" className={cx(held, 'h-row px-2 font-medium text-muted max-sm:pl-4')}>
              Sum
            </th>
            {days.map((day) => (
              <td key={day} className={cx(number, 'border-b-0')}>
                {timeWords(sums.get(day) ?? 0)}
              </td>
            ))}
            <td className={cx(number, sum, 'border-b-0')}>{timeWords(all)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

/** What a row stands for: its key, then its title, below it on a phone. */
export function RowHead({ children }: { children: ReactNode }) {
  return (
    <th
      scope="row"
      className={cx(held, 'truncate border-line border-b px-2 font-normal max-sm:py-1 max-sm:pl-4')}
    >
      {children}
    </th>
  )
}

/** One cell with a time in it; empty where there is none. */
export function TimeCell({ seconds, strong }: { seconds: number; strong?: boolean }) {
  return (
    <td className={cx(number, strong && sum, strong && 'font-medium')}>{timeWords(seconds)}</td>
  )
}

const timeWords = (seconds: number) => (seconds === 0 ? '' : formatHours(seconds))

/** "Mon 17" */
export function dayWords(day: Day): string {
  const date = new Date(`${day}T00:00:00Z`)
  const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' })
  return `${weekday.format(date)} ${date.getUTCDate()}`
}
