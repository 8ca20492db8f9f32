'use client'

import {
  Clock,
  Columns3,
  Ellipsis,
  History,
  IterationCw,
  LayoutGrid,
  Package,
  Rows3,
  Search,
  Settings,
} from 'lucide-react'
import { useParams, usePathname } from 'next/navigation'
import { cx } from '@/app/_ui/cx'
import { Menu } from '@/app/_ui/Menu'
import { MobileNavLink } from '@/app/_ui/NavLink'
import { NavButton } from './nav/NavButton'
import { openPalette } from './openPalette'
import { routes } from './routes'
import { useWorkspace } from './useWorkspace'

/** The navigation at the bottom of a phone: the most used links, and the rest in a menu. */
export function MobileNav() {
  const { slug } = useWorkspace()
  const { project } = useParams<{ project?: string }>()
  return (
    <>
      <MobileNavLink href={routes.workspace(slug)} label="Projects" icon={<LayoutGrid />} />
      {project ? (
        <>
          <MobileNavLink href={routes.board(slug, project)} label="Board" icon={<Columns3 />} />
          <MobileNavLink href={routes.backlog(slug, project)} label="Backlog" icon={<Rows3 />} />
          <MoreMenu slug={slug} project={project} />
        </>
      ) : (
        <MobileNavLink href={routes.timesheet(slug)} label="Timesheet" icon={<Clock />} />
      )}
      <NavButton isMobile label="Search" icon={<Search />} onPress={openPalette} />
    </>
  )
}

function MoreMenu({ slug, project }: { slug: string; project: string }) {
  const path = usePathname()
  const screenItems = [
    { label: 'Sprints', href: routes.sprints(slug, project), icon: <IterationCw /> },
    { label: 'Versions', href: routes.versions(slug, project), icon: <Package /> },
    { label: 'History', href: routes.history(slug, project), icon: <History /> },
    { label: 'Settings', href: routes.projectSettings(slug, project), icon: <Settings /> },
  ]
  const isCurrent = screenItems.some(({ href }) => path === href || path.startsWith(`${href}/`))
  const timesheetItem = { label: 'Timesheet', href: routes.timesheet(slug), icon: <Clock /> }
  return (
    <Menu
      label="More of this project"
      side="top"
      align="end"
      groups={[{ items: screenItems }, { items: [timesheetItem] }]}
      trigger={
        <button
          type="button"
          className={cx(
            'flex min-h-12 grow flex-col items-center justify-center gap-0.5 text-xs [&_svg]:size-5',
            isCurrent ? 'font-medium text-accent-ink' : 'text-muted',
          )}
        >
          <Ellipsis />
          More
        </button>
      }
    />
  )
}
