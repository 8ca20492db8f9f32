'use client'

import { type KeyboardEvent, useId, useState } from 'react'
import { useSend } from '@/app/_client/react/hooks'
import { cx } from '@/app/_ui/cx'
import { fieldLook } from '@/app/_ui/field-look'
import type { Status } from '@/domain/project/project'
import { useBase } from '../useBase'

const MOST = 10_000

/** Most tasks the column may hold: a number, or empty for no limit. Saved on Enter or on leaving. */
export function LimitField({ status }: { status: Status }) {
  const send = useSend()
  const base = useBase()
  const words = useId()
  const { id, name, wipLimit } = status
  const [draft, setDraft] = useState<string | null>(null)
  const wanted = draft === null ? wipLimit : limitOf(draft)
  const wrong = wanted === undefined

  const save = () => {
    if (draft === null || wrong) return
    setDraft(null)
    if (wanted === wipLimit) return
    send({
      type: 'status.edit',
      statusId: id,
      set: { wipLimit: wanted },
      baseVersion: base.version(),
    })
  }
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter') save()
    if (event.key === 'Escape') setDraft(null)
  }
  return (
    <div className="relative flex items-center gap-1.5">
      <label htmlFor={`${words}-field`} className="text-muted">
        Limit <span className="sr-only">of {name}</span>
      </label>
      <span className="w-16">
        <input
          id={`${words}-field`}
          inputMode="numeric"
          autoComplete="off"
          value={draft ?? wipLimit ?? ''}
          placeholder="none"
          maxLength={6}
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? words : undefined}
          onFocus={() => base.note(true)}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={key}
          onBlur={() => (wrong ? setDraft(null) : save())}
          className={cx(fieldLook, 'h-control text-right tabular-nums')}
        />
      </span>
      {wrong ? (
        <p
          id={words}
          role="alert"
          className="absolute top-full right-0 z-10 mt-1 w-52 rounded-card bg-danger-soft px-2 py-1 text-danger-ink"
        >
          A whole number from 1 to 10,000, or nothing for no limit.
        </p>
      ) : null}
    </div>
  )
}

/** The limit that a text means: null for none, undefined when it means nothing. */
function limitOf(text: string): number | null | undefined {
  const plain = text.trim()
  if (plain === '') return null
  const number = /^\d+$/.test(plain) ? Number(plain) : 0
  return number >= 1 && number <= MOST ? number : undefined
}
