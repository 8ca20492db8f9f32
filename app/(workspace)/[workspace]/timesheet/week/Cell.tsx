'use client'

import { type KeyboardEvent, useState } from 'react'
import { cx } from '@/app/_ui/cx'
import { announce } from '@/app/_ui/LiveRegion'
import { formatHours } from '@/domain/time/duration'
import { useWorkTime } from '../../../_frame/workspace'
import { secondsOf } from '../../../_time/DurationField'

type Props = {
  /** Its task and day, read by screen readers. */
  label: string
  seconds: number
  row: number
  column: number
  disabled: boolean
  onSet: (seconds: number) => void
  /** Takes back what was typed last, in whichever cell, or does it again. */
  onTakeBack: (again: boolean) => void
}

/** One cell of the week: a duration that is typed here is logged. Arrows and Enter move on. */
export function Cell({ label, seconds, row, column, disabled, onSet, onTakeBack }: Props) {
  const work = useWorkTime()
  const [typed, setTyped] = useState<string | null>(null)
  const shown = seconds === 0 ? '' : formatHours(seconds)
  const wanted = typed === null || typed.trim() === '' ? 0 : secondsOf(typed, work)
  const wrong = typed !== null && wanted === undefined

  const commit = (): boolean => {
    if (typed === null) return true
    if (wanted === undefined) {
      announce('That is no duration. Type one such as 2h 30m.', 'assertive')
      return false
    }
    setTyped(null)
    if (wanted !== seconds) onSet(wanted)
    return true
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key, currentTarget: field, shiftKey } = event
    if (key === 'Escape') return setTyped(null)
    // While something is being typed the browser takes back letters.
    if (typed === null && (event.ctrlKey || event.metaKey) && key.toLowerCase() === 'z') {
      event.preventDefault()
      return onTakeBack(shiftKey)
    }
    const step = stepOf(key, field, shiftKey)
    if (!step) return
    event.preventDefault()
    if (commit()) focusCell(field, [row, column], step)
  }
  return (
    <input
      aria-label={label}
      aria-invalid={wrong || undefined}
      data-cell={`${row} ${column}`}
      value={typed ?? shown}
      disabled={disabled}
      autoComplete="off"
      placeholder={disabled ? undefined : '·'}
      onChange={(event) => setTyped(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={commit}
      onKeyDown={onKeyDown}
      className={cx(
        'h-row w-full bg-transparent px-1 text-right sm:px-2 text-field tabular-nums transition-colors',
        'placeholder:text-faint hover:bg-hover focus-visible:bg-raised focus-visible:-outline-offset-2',
        'aria-invalid:bg-danger-soft disabled:text-muted disabled:hover:bg-transparent',
      )}
    />
  )
}

/** Where a key leads: rows down, columns to the right. Inside of a text, arrows stay in it. */
function stepOf(key: string, field: HTMLInputElement, back: boolean): [number, number] | null {
  const { selectionStart, selectionEnd, value } = field
  const whole = selectionStart === 0 && selectionEnd === value.length
  if (key === 'Enter') return [back ? -1 : 1, 0]
  if (key === 'ArrowDown') return [1, 0]
  if (key === 'ArrowUp') return [-1, 0]
  if (key === 'ArrowLeft' && (whole || selectionEnd === 0)) return [0, -1]
  if (key === 'ArrowRight' && (whole || selectionStart === value.length)) return [0, 1]
  return null
}

/** The next cell that way which takes a time; those that are closed are passed over. */
function focusCell(
  from: HTMLInputElement,
  [row, column]: [number, number],
  step: [number, number],
): void {
  const place: [number, number] = [row + step[0], column + step[1]]
  const next = from
    .closest('table')
    ?.querySelector<HTMLInputElement>(`[data-cell="${place.join(' ')}"]`)
  if (next?.disabled) focusCell(from, place, step)
  else if (next) next.focus()
  // At the edge the field stays, with what it holds now chosen again.
  else from.select()
}
