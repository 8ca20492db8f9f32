'use client'

import { type KeyboardEvent, useId, useState } from 'react'
import { useConfirmedVersion, useSend } from '@/app/_replica/react/projectHooks'
import type { BaseVersion } from '@/app/_replica/replicaTypes'
import { cx } from '@/app/_ui/cx'
import { fieldClasses } from '@/app/_ui/fieldClasses'
import type { Status } from '@/domain/project/project'

const MAX_LIMIT = 10_000

/** A typed limit, with the limit and the project's version on screen when typing began. */
interface LimitDraft {
  text: string
  original: number | null
  baseVersion: BaseVersion
}

/** The WIP limit of a column: a number, or empty for no limit. Saves on Enter and blur. */
export function WipLimitField({ status }: { status: Status }) {
  const send = useSend()
  const version = useConfirmedVersion(null)
  const fieldId = useId()
  const { id, name, wipLimit } = status
  const [draft, setDraft] = useState<LimitDraft | null>(null)
  const newLimit = draft === null ? wipLimit : parseLimit(draft.text)
  const isInvalid = newLimit === undefined

  const save = () => {
    if (draft === null || isInvalid) return
    setDraft(null)
    const { original, baseVersion } = draft
    if (newLimit === original) return
    send({ type: 'status.edit', statusId: id, set: { wipLimit: newLimit }, baseVersion })
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
          value={draft?.text ?? wipLimit ?? ''}
          placeholder="none"
          maxLength={6}
          aria-invalid={isInvalid || undefined}
          aria-describedby={isInvalid ? fieldId : undefined}
          onChange={({ target }) =>
            setDraft({ original: wipLimit, baseVersion: version, ...draft, text: target.value })
          }
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
