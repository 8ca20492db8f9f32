'use client'

import { type KeyboardEvent, useState } from 'react'
import { useWorkTime } from '@/app/_features/shell/useWorkspace'
import { parseSeconds } from '@/app/_features/time/DurationField'
import { cx } from '@/app/_ui/cx'
import { announce } from '@/app/_ui/LiveRegion'
import { formatHours } from '@/domain/time/duration'

type Props = {
  /** The task and day, for screen readers. */
  label: string
  seconds: number
  row: number
  column: number
  disabled: boolean
  onSet: (seconds: number) => void
  /** Undoes the last change in any cell, or redoes it. */
  onUndo: (refetch: boolean) => void
}

/** One cell of the week. A duration typed here is logged. Arrow keys and Enter move on. */
export function TimesheetCell({ label, seconds, row, column, disabled, onSet, onUndo }: Props) {
  const work = useWorkTime()
  // The typed text, and the time logged when typing began.
  const [draft, setDraft] = useState<{ text: string; original: number } | null>(null)
  const typed = draft?.text ?? null
  const shown = seconds === 0 ? '' : formatHours(seconds)
  const parsedSeconds = typed === null || typed.trim() === '' ? 0 : parseSeconds(typed, work)
  const isInvalid = typed !== null && parsedSeconds === undefined

  const commit = (): boolean => {
    if (draft === null) return true
    if (parsedSeconds === undefined) {
      announce('This is not a duration. Type one such as 2h 30m.', 'assertive')
      return false
    }
    setDraft(null)
    if (parsedSeconds !== draft.original) onSet(parsedSeconds)
    return true
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key, currentTarget: field, shiftKey } = event
    if (key === 'Escape') return setDraft(null)
    // While text is being typed, the browser's own undo applies.
    if (typed === null && (event.ctrlKey || event.metaKey) && key.toLowerCase() === 'z') {
      event.preventDefault()
      return onUndo(shiftKey)
    }
    const offset = offsetOf(key, field, shiftKey)
    if (!offset) return
    event.preventDefault()
    if (commit()) focusCell(field, [row, column], offset)
  }
  return (
    <input
      aria-label={label}
      aria-invalid={isInvalid || undefined}
      data-cell={`${row} ${column}`}
      value={typed ?? shown}
      disabled={disabled}
      autoComplete="off"
      placeholder={disabled ? undefined : '·'}
      onChange={({ target }) => setDraft({ original: seconds, ...draft, text: target.value })}
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

/** Returns the row and column offset of a key. Within text, arrow keys move the caret instead. */
function offsetOf(
  key: string,
  field: HTMLInputElement,
  isBackwards: boolean,
): [number, number] | null {
  const { selectionStart, selectionEnd, value } = field
  const isAllSelected = selectionStart === 0 && selectionEnd === value.length
  if (key === 'Enter') return [isBackwards ? -1 : 1, 0]
  if (key === 'ArrowDown') return [1, 0]
  if (key === 'ArrowUp') return [-1, 0]
  if (key === 'ArrowLeft' && (isAllSelected || selectionEnd === 0)) return [0, -1]
  if (key === 'ArrowRight' && (isAllSelected || selectionStart === value.length)) return [0, 1]
  return null
}

/** Focuses the next cell in a direction. Skips locked cells. */
function focusCell(
  from: HTMLInputElement,
  [row, column]: [number, number],
  offset: [number, number],
): void {
  const position: [number, number] = [row + offset[0], column + offset[1]]
  const next = from
    .closest('table')
    ?.querySelector<HTMLInputElement>(`[data-cell="${position.join(' ')}"]`)
  if (next?.disabled) focusCell(from, position, offset)
  else if (next) next.focus()
  // At the edge the focus stays and the text is selected again.
  else from.select()
}
