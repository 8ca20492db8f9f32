'use client'

import { routes } from '@/app/_features/shell/routes'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { useProject } from '@/app/_replica/react/projectHooks'
import { PrefetchLink } from '@/app/_ui/PrefetchLink'
import { AddColumnForm } from './AddColumnForm'
import { ColumnList } from './ColumnList'
import { ReadOnlyColumnRow } from './ReadOnlyColumnRow'

/** The project's columns in their order. Each column is a task status. */
export function ColumnsSection({ canChange }: { canChange: boolean }) {
  const { key, statuses } = useProject()
  const { slug } = useWorkspace()
  const activeStatuses = statuses.filter((status) => !status.removedAt)
  return (
    <section aria-labelledby="columns" className="flex flex-col gap-2">
      <header>
        <h2 id="columns" className="text-body font-semibold">
          Columns{' '}
          <span className="font-normal text-faint tabular-nums">{activeStatuses.length}</span>
        </h2>
        <p className="text-muted">
          The statuses of tasks, from left to right on the board. The transitions between them are
          defined in the{' '}
          <PrefetchLink
            href={routes.workflow(slug, key)}
            className="text-accent-ink underline underline-offset-3"
          >
            workflow
          </PrefetchLink>
          .
        </p>
      </header>
      {canChange ? (
        <>
          <ColumnList statuses={activeStatuses} />
          <AddColumnForm statuses={activeStatuses} />
        </>
      ) : (
        <ul aria-labelledby="columns" className="divide-y divide-line border-y border-line">
          {activeStatuses.map((status) => (
            <ReadOnlyColumnRow key={status.id} status={status} />
          ))}
        </ul>
      )}
    </section>
  )
}
