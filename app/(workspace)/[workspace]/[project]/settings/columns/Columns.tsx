'use client'

import { useProject } from '@/app/_client/react/hooks'
import { NearLink } from '@/app/_ui/NearLink'
import { addresses } from '../../../../_frame/addresses'
import { useWorkspace } from '../../../../_frame/workspace'
import { AddColumn } from './AddColumn'
import { ColumnList } from './ColumnList'
import { ReadColumn } from './ReadColumn'

/** The project's columns in their order, which are also the statuses of its tasks. */
export function Columns({ mayChange }: { mayChange: boolean }) {
  const { key, statuses } = useProject()
  const { slug } = useWorkspace()
  const live = statuses.filter((status) => !status.removedAt)
  return (
    <section aria-labelledby="columns" className="flex flex-col gap-2">
      <header>
        <h2 id="columns" className="text-read font-semibold">
          Columns <span className="font-normal text-faint tabular-nums">{live.length}</span>
        </h2>
        <p className="text-muted">
          The statuses a task goes through, from left to right on the board. Which leads to which is
          drawn in the{' '}
          <NearLink
            href={addresses.workflow(slug, key)}
            className="text-accent-ink underline underline-offset-3"
          >
            workflow
          </NearLink>
          .
        </p>
      </header>
      {mayChange ? (
        <>
          <ColumnList statuses={live} />
          <AddColumn statuses={live} />
        </>
      ) : (
        <ul aria-labelledby="columns" className="divide-y divide-line border-y border-line">
          {live.map((status) => (
            <ReadColumn key={status.id} status={status} />
          ))}
        </ul>
      )}
    </section>
  )
}
