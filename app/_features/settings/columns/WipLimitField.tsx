'use client'

import { type KeyboardEvent, useId, useState } from 'react'
import { useSend } from '@/app/_replica/react/projectHooks'
import { cx } from '@/app/_ui/cx'
import { fieldClasses } from '@/app/_ui/fieldClasses'
import type { Status } from '@/domain/project/project'
import { useBaseVersion } from '../project/useBaseVersion'

const MAX_LIMIT = 10_000

/** The WIP limit of a column: a number, or empty for no limit. Saves on Enter and blur. */
export function WipLimitField({ status }: { status: Status }) {
  const send = useSend()
  const base = useBaseVersion()
  const fieldId = useId()
  const { id, name, wipLimit } = status
  const [draft, setDraft] = useState<string | null>(null)
  const newLimit = draft === null ? wipLimit : parseLimit(draft)
  const isInvalid = newLimit === undefined

  const save = () => {
    if (draft === null || isInvalid) return
    setDraft(null)
    if (newLimit === wipLimit) return
    send({
      type: 'status.edit',
      statusId: id,
      set: { wipLimit: newLimit },
      baseVersion: base.version(),
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') save()
    if (event.key === 'Escape') setDraft(null)
  }
  return (
    <div className="relative flex items-center gap-1.5">
      <label htmlFor={`${fieldId}-field`} className="text-muted">
        Limit <span className="sr-only">of {name}</span>
      </label>
      <span className="w-16">
        <input
          id={`${fieldId}-field`}
          inputMode="numeric"
          autoComplete="off"
          value={draft ?? wipLimit ?? ''}
          placeholder="none"
          maxLength={6}
          aria-invalid={isInvalid || undefined}
          aria-describedby={isInvalid ? fieldId : undefined}
          onFocus={() => base.capture(true)}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => (isInvalid ? setDraft(null) : save())}
          className={cx(fieldClasses, 'h-control text-right tabular-nums')}
        />
      </span>
      {isInvalid ? (
        <p
          id={fieldId}
          role="alert"
          className="absolute top-full right-0 z-10 mt-1 w-52 rounded-card bg-danger-soft px-2 py-1 text-danger-ink"
        >
          A whole number from 1 to 10,000, or nothing for no limit.
        </p>
      ) : null}
    </div>
  )
}

/** Parses a WIP limit: null for none, undefined for invalid text. */
function parseLimit(text: string): number | null | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return null
  const number = /^\d+$/.test(trimmed) ? Number(trimmed) : 0
  return number >= 1 && number <= MAX_LIMIT ? number : undefined
}
