'use client'

import type { ReactNode } from 'react'
import { usePerson } from '@/app/_client/react/hooks'
import { Avatar } from '@/app/_ui/Avatar'
import { RelativeTime } from '@/app/_ui/RelativeTime'
import type { ConflictField } from '@/domain/conflict/conflict'
import { FieldValue } from './FieldValue'
import { wordDiff } from './wordDiff'
import { fieldName, isText } from './words'

/** Both sides of one field: what it was, what they made of it and when, what I want. */
export function Sides({ clash }: { clash: ConflictField }) {
  const them = usePerson(clash.by)
  const text = isText(clash)
  return (
    <section aria-label={fieldName(clash.field)} className="border-t border-line py-3">
      <h3 className="flex flex-wrap items-center gap-x-2 font-medium">
        {fieldName(clash.field)}
        {text ? null : (
          <span className="flex items-center gap-1.5 font-normal text-muted">
            was <FieldValue field={clash.field} value={clash.base} />
          </span>
        )}
      </h3>
      <div className={`mt-2 grid gap-2 ${text ? 'md:grid-cols-2' : 'sm:grid-cols-2'}`}>
        <Side
          title="Theirs"
          note={
            <>
              {them ? <Avatar person={them} size="small" decorative /> : null}
              <span className="truncate">{them?.name ?? 'Somebody'}</span>
              <RelativeTime at={clash.at} className="shrink-0" />
            </>
          }
        >
          <SideValue clash={clash} side="theirs" />
        </Side>
        <Side title="Yours" note="not saved yet" own>
          <SideValue clash={clash} side="mine" />
        </Side>
      </div>
    </section>
  )
}

function Side(props: { title: string; note: ReactNode; own?: boolean; children: ReactNode }) {
  return (
    <div className={`rounded-card p-2.5 ${props.own ? 'bg-accent-soft' : 'bg-sunken'}`}>
      <div className="flex items-center justify-between gap-2">
        <span className="font-medium">{props.title}</span>
        <span className="flex min-w-0 items-center gap-1.5 text-muted">{props.note}</span>
      </div>
      <div className="mt-1.5">{props.children}</div>
    </div>
  )
}

function SideValue({ clash, side }: { clash: ConflictField; side: 'theirs' | 'mine' }) {
  if (!isText(clash)) return <FieldValue field={clash.field} value={clash[side]} />
  const other = side === 'theirs' ? 'mine' : 'theirs'
  const stretches = wordDiff(String(clash[side] ?? ''), String(clash[other] ?? ''))
  return (
    <div className="max-h-64 overflow-y-auto break-words whitespace-pre-wrap">
      {stretches.map((stretch, i) =>
        stretch.differs ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: stretches never move
          <mark key={i} className="rounded-chip bg-tone-soft text-tone-ink" data-hue="amber">
            {stretch.text}
          </mark>
        ) : (
          stretch.text
        ),
      )}
    </div>
  )
}
