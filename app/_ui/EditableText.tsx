'use client'

import { type KeyboardEvent, useRef, useState } from 'react'
import { cx } from './cx'

export type EditableTextProps = {
  /** What it is: "Title". Read by screen readers. */
  label: string
  value: string
  /** Called with the trimmed text, and only when it differs. */
  onSave: (value: string) => void
  /** Several lines: Enter breaks the line, Ctrl-Enter saves. */
  lines?: boolean
  /** Shown where there is no text yet: "Add a description". */
  placeholder?: string
  /** Someone who may only read gets plain text. */
  readOnly?: boolean
  /** An empty text is not saved; what was comes back. */
  required?: boolean
  maxLength?: number
  /** Told when editing begins and ends, to show it to others. */
  onEditing?: (editing: boolean) => void
  /** Size and weight of the text; the same while read and while edited. */
  className?: string
}

/**
 * Text that is edited where it stands: a press or Enter begins; Enter, or leaving the field,
 * saves; Esc gives back what was.
 */
export function EditableText(props: EditableTextProps) {
  const { label, value, lines, placeholder, className } = props
  const [draft, setDraft] = useState<string | null>(null)
  const reader = useRef<HTMLButtonElement>(null)

  const begin = () => {
    setDraft(value)
    props.onEditing?.(true)
  }
  const end = (save: boolean, refocus: boolean) => {
    if (draft === null) return
    const text = draft.trim()
    setDraft(null)
    props.onEditing?.(false)
    if (save && text !== value && (text !== '' || !props.required)) props.onSave(text)
    if (refocus) requestAnimationFrame(() => reader.current?.focus())
  }
  const key = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const saves = event.key === 'Enter' && (!lines || event.ctrlKey || event.metaKey)
    if (!saves && event.key !== 'Escape') return
    event.preventDefault()
    end(saves, true)
  }

  const box = cx('-mx-2 block w-[calc(100%+1rem)] rounded-card px-2 py-1 text-left', className)
  if (props.readOnly) return <span className={box}>{value}</span>
  if (draft === null)
    return (
      <button
        ref={reader}
        type="button"
        onClick={begin}
        className={cx(box, 'cursor-text transition-colors hover:bg-hover')}
      >
        <span className="sr-only">{`${label}: `}</span>
        <span className={cx('whitespace-pre-wrap wrap-anywhere', value === '' && 'text-faint')}>
          {value || placeholder}
        </span>
        <span className="sr-only">, edit</span>
      </button>
    )
  return (
    <textarea
      // The person has just asked for this field by a press or a key.
      // biome-ignore lint/a11y/noAutofocus: see above
      autoFocus
      data-holds-escape=""
      aria-label={label}
      rows={1}
      value={draft}
      maxLength={props.maxLength}
      placeholder={placeholder}
      onFocus={(event) => event.target.select()}
      onChange={(event) =>
        setDraft(lines ? event.target.value : event.target.value.replace(/\n+/g, ' '))
      }
      onKeyDown={key}
      onBlur={() => end(true, false)}
      className={cx(
        box,
        'field-sizing-content resize-none bg-raised outline-2 -outline-offset-1 outline-accent',
      )}
    />
  )
}
