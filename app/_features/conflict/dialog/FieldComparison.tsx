'use client'

import type { ReactNode } from 'react'
import { usePerson } from '@/app/_replica/react/projectHooks'
import { Avatar } from '@/app/_ui/Avatar'
import { RelativeTime } from '@/app/_ui/RelativeTime'
import type { ConflictField } from '@/domain/conflict/conflict'
import { fieldLabel, isTextConflict } from '../conflictLabels'
import { FieldValue } from './FieldValue'
import { wordDiff } from './wordDiff'

/**
 * Compares one field: the value before, the other person's value and time, and the user's own
 * value.
 */
export function FieldComparison({ conflictField }: { conflictField: ConflictField }) {
  const otherPerson = usePerson(conflictField.by)
  const isText = isTextConflict(conflictField)
  return (
    <section aria-label={fieldLabel(conflictField.field)} className="border-t border-line py-3">
      <h3 className="flex flex-wrap items-center gap-x-2 font-medium">
        {fieldLabel(conflictField.field)}
        {isText ? null : (
          <span className="flex items-center gap-1.5 font-normal text-muted">
            was <FieldValue field={conflictField.field} value={conflictField.base} />
          </span>
        )}
      </h3>
      <div className={`mt-2 grid gap-2 ${isText ? 'md:grid-cols-2' : 'sm:grid-cols-2'}`}>
        <ComparisonSide
          title="Theirs"
          note={
            <>
              {otherPerson ? <Avatar person={otherPerson} size="small" decorative /> : null}
              <span className="truncate">{otherPerson?.name ?? 'Somebody'}</span>
              <RelativeTime at={conflictField.at} className="shrink-0" />
            </>
          }
        >
          <ComparisonValue conflictField={conflictField} side="theirs" />
        </ComparisonSide>
        <ComparisonSide title="Yours" note="not saved yet" isMine>
          <ComparisonValue conflictField={conflictField} side="mine" />
        </ComparisonSide>
      </div>
    </section>
  )
}

function ComparisonSide(props: {
  title: string
  note: ReactNode
  isMine?: boolean
  children: ReactNode
}) {
  return (
    <div className={`rounded-card p-2.5 ${props.isMine ? 'bg-accent-soft' : 'bg-sunken'}`}>
      <div className="flex items-center justify-between gap-2">
        <span className="font-medium">{props.title}</span>
        <span className="flex min-w-0 items-center gap-1.5 text-muted">{props.note}</span>
      </div>
      <div className="mt-1.5">{props.children}</div>
    </div>
  )
}

function ComparisonValue({
  conflictField,
  side,
}: {
  conflictField: ConflictField
  side: 'theirs' | 'mine'
}) {
  if (!isTextConflict(conflictField))
    return <FieldValue field={conflictField.field} value={conflictField[side]} />
  const other = side === 'theirs' ? 'mine' : 'theirs'
  const segments = wordDiff(String(conflictField[side] ?? ''), String(conflictField[other] ?? ''))
  return (
    <div className="max-h-64 overflow-y-auto break-words whitespace-pre-wrap">
      {segments.map((segment, index) =>
        segment.isDifferent ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the segments never change their order
          <mark key={index} className="rounded-chip bg-tone-soft text-tone-ink" data-hue="amber">
            {segment.text}
          </mark>
        ) : (
          segment.text
        ),
      )}
    </div>
  )
}
