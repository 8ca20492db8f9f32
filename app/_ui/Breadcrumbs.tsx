import { PrefetchLink } from './PrefetchLink'

/** The parent pages as links, then the current page as the heading. */
export function Breadcrumbs({
  parents = [],
  current,
}: {
  parents?: { label: string; href: string }[]
  current: string
}) {
  return (
    <div className="flex min-w-0 items-center gap-1.5">
      {parents.map((page) => (
        <span key={page.href} className="hidden min-w-0 shrink items-center gap-1.5 sm:flex">
          <PrefetchLink
            href={page.href}
            className="truncate rounded-chip text-muted hover:text-text"
          >
            {page.label}
          </PrefetchLink>
          <span aria-hidden="true" className="text-faint">
            /
          </span>
        </span>
      ))}
      <h1 className="truncate font-medium">{current}</h1>
    </div>
  )
}
