'use client'

import { type KeyboardEvent, useState } from 'react'
import { Button } from './Button'
import { cx } from './cx'
import { fieldClasses } from './fieldClasses'
import { Markdown } from './Markdown'
import { SegmentedControl } from './SegmentedControl'

export type MarkdownEditorProps = {
  label: string
  value: string
  onChange: (text: string) => void
  /** The verb on the save button. Ctrl-Enter does the same. */
  saveLabel: string
  onSave: () => void
  /** Called by Esc and the Cancel button. */
  onCancel?: () => void
  pending?: boolean
  placeholder?: string
  autoFocus?: boolean
}

/** A Markdown editor with a preview. */
export function MarkdownEditor(props: MarkdownEditorProps) {
  const { label, value, onCancel } = props
  const [mode, setMode] = useState<'write' | 'preview'>('write')
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      if (!props.pending) props.onSave()
    } else if (event.key === 'Escape' && onCancel) {
      event.preventDefault()
      onCancel()
    }
  }
  return (
    <div>
      {mode === 'write' ? (
        <textarea
          aria-label={label}
          // biome-ignore lint/a11y/noAutofocus: the caller sets it when the reader asked to edit
          autoFocus={props.autoFocus}
          {...(onCancel && { 'data-handles-escape': '' })}
          value={value}
          placeholder={props.placeholder}
          onChange={(event) => props.onChange(event.target.value)}
          onKeyDown={onKeyDown}
          className={cx(fieldClasses, 'field-sizing-content max-h-[60dvh] min-h-32 py-2')}
        />
      ) : (
        <div className="min-h-32 rounded-card border border-line px-2.5 py-2">
          {value.trim() ? <Markdown text={value} /> : <p className="text-faint">Nothing yet.</p>}
        </div>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <SegmentedControl
          label="Side"
          value={mode}
          onChange={setMode}
          options={[
            { value: 'write', label: 'Write' },
            { value: 'preview', label: 'Preview' },
          ]}
        />
        <span className="grow" />
        {onCancel ? (
          <Button tone="ghost" onClick={onCancel}>
            Cancel
          </Button>
        ) : null}
        <Button tone="primary" pending={props.pending} onClick={props.onSave}>
          {props.saveLabel}
        </Button>
      </div>
    </div>
  )
}
