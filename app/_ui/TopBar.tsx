import type { ReactNode } from 'react'
import { cx } from './cx'
import { SidebarToggle } from './SidebarToggle'

/**
 * The bar of 44 px above a page: breadcrumbs, filters, people and the live indicator. It is the
 * first child of AppShell, followed by Main.
 */
export function TopBar({
  breadcrumbs,
  middle,
  end,
}: {
  breadcrumbs: ReactNode
  middle?: ReactNode
  end?: ReactNode
}) {
  return (
    <header className="flex h-bar shrink-0 items-center gap-3 border-b border-line px-3 md:px-4 print:hidden">
      <span className="hidden sidebar-closed:md:block">
        <SidebarToggle opensSidebar />
      </span>
      <div className="min-w-0 shrink">{breadcrumbs}</div>
      <div className="flex min-w-0 grow items-center justify-end gap-2">{middle}</div>
      <div className="flex shrink-0 items-center gap-2">{end}</div>
    </header>
  )
}

/** The page below its TopBar. Scrolls by itself. */
export function Main({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <main
      id="main"
      // The keyboard must be able to scroll it, whatever is in it.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
      className={cx(
        'min-h-0 grow overflow-auto focus-visible:-outline-offset-2 print:overflow-visible',
        className,
      )}
    >
      {children}
    </main>
  )
}
