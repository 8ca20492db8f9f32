'use client'

import type { ReactNode } from 'react'
import { useProject, useSend } from '@/app/_client/react/hooks'
import { EditableText } from '@/app/_ui/EditableText'
import { LIMITS } from '@/domain/words'
import { useBase } from './useBase'

/** The project's name, edited where it stands, and its key, which stays. */
export function NameAndKey({ mayChange }: { mayChange: boolean }) {
  const { name, key } = useProject()
  const send = useSend()
  const base = useBase()
  return (
    <section aria-labelledby="project" className="flex flex-col gap-2">
      <h2 id="project" className="text-read font-semibold">
        Project
      </h2>
      <dl className="divide-y divide-line border-y border-line">
        <Line term="Name">
          <EditableText
            label="Project name"
            value={name}
            required
            readOnly={!mayChange}
            maxLength={LIMITS.name}
            onEditing={base.note}
            onSave={(to) => send({ type: 'project.rename', name: to, baseVersion: base.version() })}
          />
        </Line>
        <Line term="Key">
          <span className="py-1 tabular-nums">{key}</span>
          <p className="text-muted">
            Every task’s name begins with it. It stays, since links use it.
          </p>
        </Line>
      </dl>
    </section>
  )
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex min-h-row flex-col py-1.5 sm:flex-row sm:gap-4">
      <dt className="w-24 shrink-0 py-1 text-muted">{term}</dt>
      <dd className="flex min-w-0 grow flex-col">{children}</dd>
    </div>
  )
}
