import { NearLink } from '@/app/_ui/NearLink'
import { RelativeTime } from '@/app/_ui/RelativeTime'
import { counted, megabytes, type Summary, stateNames } from './words'

/** Imports of the last month, each a link to its preview or report. */
export function ImportList({ workspace, imports }: { workspace: string; imports: Summary[] }) {
  if (imports.length === 0) return null
  return (
    <section aria-labelledby="earlier" className="flex flex-col gap-2">
      <h2 id="earlier" className="text-read font-semibold">
        Earlier imports
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {imports.map((each) => (
          <li key={each.id}>
            <NearLink
              href={`/${workspace}/import/${each.id}`}
              className="flex min-h-12 items-center gap-3 px-1 py-1.5 hover:bg-hover"
            >
              <span className="min-w-0 grow">
                <span className="block truncate font-medium">{each.name}</span>
                <span className="block text-muted">
                  {megabytes(each.size)} · <RelativeTime at={each.createdAt} />
                  {each.totals
                    ? ` · ${counted(each.totals.outcomes.created, 'issue')} created`
                    : ''}
                </span>
              </span>
              <span className="shrink-0 text-muted">{stateNames[each.state]}</span>
            </NearLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
