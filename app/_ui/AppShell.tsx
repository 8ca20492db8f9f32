import type { ReactNode } from 'react'
import { SidebarToggle } from './SidebarToggle'

export type AppShellProps = {
  /** Top of the sidebar: the workspace and its menu. */
  workspace: ReactNode
  /** Content of the sidebar: NavLinks in NavGroups. */
  sidebar: ReactNode
  /** Bottom of the sidebar: the user and the theme. */
  footer?: ReactNode
  /** Bottom navigation of a phone: three to five MobileNavLinks. */
  mobileNav: ReactNode
  /** The page, beginning with its TopBar. */
  children: ReactNode
}

/**
 * The layout around every page of a workspace: a sidebar of 224 px that can be closed and stays
 * closed, the page, and on a phone a navigation at the bottom instead of the sidebar.
 */
export function AppShell({ workspace, sidebar, footer, mobileNav, children }: AppShellProps) {
  return (
    <div className="flex h-dvh flex-col md:flex-row print:block print:h-auto">
      <a
        href="#main"
        className="sr-only z-70 rounded-card bg-accent px-3 py-1.5 font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the page
      </a>
      <aside
        id="sidebar"
        aria-label="Workspace"
        className="hidden w-sidebar shrink-0 flex-col border-r border-line bg-canvas md:flex sidebar-closed:md:hidden print:hidden"
      >
        <div className="flex h-bar shrink-0 items-center gap-1 px-2">
          <div className="min-w-0 grow">{workspace}</div>
          <SidebarToggle />
        </div>
        <nav aria-label="Main" className="grow overflow-y-auto px-2 pb-4">
          {sidebar}
        </nav>
        {footer ? <div className="border-t border-line p-2">{footer}</div> : null}
      </aside>
      <div className="flex min-h-0 min-w-0 grow flex-col print:block">{children}</div>
      <nav
        aria-label="Main, at the bottom"
        className="flex shrink-0 justify-around border-t border-line bg-raised pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
      >
        {mobileNav}
      </nav>
    </div>
  )
}
