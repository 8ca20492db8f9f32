import type { ReactNode } from 'react'

/** A titled group of sidebar links. With `folds` it can be collapsed. */
export function NavGroup({
  title,
  isCollapsible,
  children,
}: {
  title?: string
  isCollapsible?: boolean
  children: ReactNode
}) {
  if (isCollapsible && title)
    return (
      <details open className="mt-4">
        <summary className="flex h-control-small list-none items-center rounded-card px-2 text-xs font-medium text-faint hover:text-text">
          {title}
        </summary>
        <div className="flex flex-col gap-px">{children}</div>
      </details>
    )
  return (
    <div className="mt-4 first:mt-0">
      {title ? (
        <h2 className="flex h-control-small items-center px-2 text-xs font-medium text-faint">
          {title}
        </h2>
      ) : null}
      <div className="flex flex-col gap-px">{children}</div>
    </div>
  )
}
