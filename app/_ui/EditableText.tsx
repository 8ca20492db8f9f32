'use client'

import { type KeyboardEvent, useRef, useState } from 'react'
import { cx } from './cx'

export type EditableTextProps = {
  /** Accessible name, for example "Title". */
  label: string
  value: string
  /** Called with the trimmed text, and only when it differs from the value at the start. */
  onSave: (value: string) => void
  /** Allows several lines: Enter breaks the line, Ctrl-Enter saves. */
  isMultiline?: boolean
  /** Shown instead of an empty text, for example "Add a description". */
  placeholder?: string
  /** Shows plain text to people who may only read. */
  readOnly?: boolean
  /** Restores the old text instead of saving an empty one. */
  required?: boolean
  maxLength?: number
  /** Called when editing starts and ends, to show it to others. */
  onEditing?: (editing: boolean) => void
  /** Size and weight of the text, the same while reading and editing. */
  className?: string
}

/**
 * Text that is edited in place. A press or Enter starts; Enter or blur saves; Esc restores the old
 * text.
 */
export function EditableText(props: EditableTextProps) {
  const { label, value, isMultiline, placeholder, className } = props
  const [draft, setDraft] = useState<{ text: string; original: string } | null>(null)
  const displayButton = useRef<HTMLButtonElement>(null)

  const begin = () => {
    setDraft({ text: value, original: value })
    props.onEditing?.(true)
  }
  const end = (save: boolean, refocus: boolean) => {
    if (draft === null) return
    const text = draft.text.trim()
    setDraft(null)
    props.onEditing?.(false)
    // Others may have changed the value meanwhile. A text left as it was must not undo that.
    if (save && text !== draft.original && (text !== '' || !props.required)) props.onSave(text)
    if (refocus) requestAnimationFrame(() => displayButton.current?.focus())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const isSave = event.key === 'Enter' && (!isMultiline || event.ctrlKey || event.metaKey)
    if (!isSave && event.key !== 'Escape') return
    event.preventDefault()
    end(isSave, true)
  }

  const boxClasses = cx(
    '-mx-2 block w-[calc(100%+1rem)] rounded-card px-2 py-1 text-left',
    className,
  )
  if (props.readOnly) return <span className={boxClasses}>{value}</span>
  if (draft === null)
    return (
      <button
        ref={displayButton}
        type="button"
        onClick={begin}
        className={cx(boxClasses, 'cursor-text transition-colors hover:bg-hover')}
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
      // The person has just opened this field by a press or a key.
      // biome-ignore lint/a11y/noAutofocus: see above
      autoFocus
      data-handles-escape=""
      aria-label={label}
      rows={1}
      value={draft.text}
      maxLength={props.maxLength}
      placeholder={placeholder}
      onFocus={(event) => event.target.select()}
      onChange={({ target }) =>
        setDraft({ ...draft, text: isMultiline ? target.value : target.value.replace(/\n+/g, ' ') })
      }
      onKeyDown={onKeyDown}
      onBlur={() => end(true, false)}
      className={cx(
        boxClasses,
        'field-sizing-content resize-none bg-raised outline-2 -outline-offset-1 outline-accent',
      )}
    />
  )
}
