'use client'

import { trpc } from '@/app/_api/trpc'
import { PrefetchLink } from '@/app/_ui/PrefetchLink'
import { RelativeTime } from '@/app/_ui/RelativeTime'
import { formatFileSize, importStateLabels, pluralize } from './labels/importLabels'

/** The imports of the last month, each with a link to its preview or report. */
export function ImportList({ workspace }: { workspace: string }) {
  const [imports] = trpc.import.list.useSuspenseQuery({ workspace })
  if (imports.length === 0) return null
  return (
    <section aria-labelledby="earlier" className="flex flex-col gap-2">
      <h2 id="earlier" className="text-body font-semibold">
        Earlier imports
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {imports.map((each) => (
          <li key={each.id}>
            <PrefetchLink
              href={`/${workspace}/import/${each.id}`}
              className="flex min-h-12 items-center gap-3 px-1 py-1.5 hover:bg-hover"
            >
              <span className="min-w-0 grow">
                <span className="block truncate font-medium">{each.name}</span>
                <span className="block text-muted">
                  {formatFileSize(each.size)} · <RelativeTime at={each.createdAt} />
                  {each.totals
                    ? ` · ${pluralize(each.totals.outcomes.created, 'issue')} created`
                    : ''}
                </span>
              </span>
              <span className="shrink-0 text-muted">{importStateLabels[each.state]}</span>
            </PrefetchLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
