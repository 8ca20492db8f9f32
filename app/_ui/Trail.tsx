import { NearLink } from './NearLink'

/** Where one is: the pages above as links, then this page as the heading. */
export function Trail({
  above = [],
  here,
}: {
  above?: { label: string; href: string }[]
  here: string
}) {
  return (
    <div className="flex min-w-0 items-center gap-1.5">
      {above.map((page) => (
        <span key={page.href} className="hidden min-w-0 shrink items-center gap-1.5 sm:flex">
          <NearLink href={page.href} className="truncate rounded-chip text-muted hover:text-text">
            {page.label}
          </NearLink>
          <span aria-hidden="true" className="text-faint">
            /
          </span>
        </span>
      ))}
      <h1 className="truncate font-medium">{here}</h1>
    </div>
  )
}
