'use client'

import type { ReactNode } from 'react'
import { useProject, useSend } from '@/app/_replica/react/projectHooks'
import { EditableText } from '@/app/_ui/EditableText'
import { LIMITS } from '@/domain/kernel/primitives'
import { useBaseVersion } from './useBaseVersion'

/** The project's name, edited in place, and its key, which cannot change. */
export function NameAndKeySection({ canChange }: { canChange: boolean }) {
  const { name, key } = useProject()
  const send = useSend()
  const base = useBaseVersion()
  return (
    <section aria-labelledby="project" className="flex flex-col gap-2">
      <h2 id="project" className="text-body font-semibold">
        Project
      </h2>
      <dl className="divide-y divide-line border-y border-line">
        <DefinitionRow term="Name">
          <EditableText
            label="Project name"
            value={name}
            required
            readOnly={!canChange}
            maxLength={LIMITS.name}
            onEditing={base.capture}
            onSave={(to) => send({ type: 'project.rename', name: to, baseVersion: base.version() })}
          />
        </DefinitionRow>
        <DefinitionRow term="Key">
          <span className="py-1 tabular-nums">{key}</span>
          <p className="text-muted">
            Every task key begins with it. It cannot be changed, because links use it.
          </p>
        </DefinitionRow>
      </dl>
    </section>
  )
}

function DefinitionRow({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex min-h-row flex-col py-1.5 sm:flex-row sm:gap-4">
      <dt className="w-24 shrink-0 py-1 text-muted">{term}</dt>
      <dd className="flex min-w-0 grow flex-col">{children}</dd>
    </div>
  )
}
