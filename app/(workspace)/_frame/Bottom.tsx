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
import { BottomLink } from '@/app/_ui/NavLink'
import { openPalette } from '../_palette/open'
import { addresses } from './addresses'
import { SideButton } from './SideButton'
import { useWorkspace } from './workspace'

/** What the side bar holds, at the bottom of a phone: what is used most, and the rest in a menu. */
export function Bottom() {
  const { slug } = useWorkspace()
  const { project } = useParams<{ project?: string }>()
  return (
    <>
      <BottomLink href={addresses.workspace(slug)} label="Projects" icon={<LayoutGrid />} />
      {project ? (
        <>
          <BottomLink href={addresses.board(slug, project)} label="Board" icon={<Columns3 />} />
          <BottomLink href={addresses.backlog(slug, project)} label="Backlog" icon={<Rows3 />} />
          <More slug={slug} project={project} />
        </>
      ) : (
        <BottomLink href={addresses.timesheet(slug)} label="Timesheet" icon={<Clock />} />
      )}
      <SideButton bottom label="Search" icon={<Search />} onPress={openPalette} />
    </>
  )
}

function More({ slug, project }: { slug: string; project: string }) {
  const path = usePathname()
  const screens = [
    { label: 'Sprints', href: addresses.sprints(slug, project), icon: <IterationCw /> },
    { label: 'Versions', href: addresses.versions(slug, project), icon: <Package /> },
    { label: 'History', href: addresses.history(slug, project), icon: <History /> },
    { label: 'Settings', href: addresses.projectSettings(slug, project), icon: <Settings /> },
  ]
  const isHere = screens.some(({ href }) => path === href || path.startsWith(`${href}/`))
  const timesheet = { label: 'Timesheet', href: addresses.timesheet(slug), icon: <Clock /> }
  return (
    <Menu
      label="More of this project"
      side="top"
      align="end"
      groups={[{ items: screens }, { items: [timesheet] }]}
      trigger={
        <button
          type="button"
          className={cx(
            'flex min-h-12 grow flex-col items-center justify-center gap-0.5 text-tiny [&_svg]:size-5',
            isHere ? 'font-medium text-accent-ink' : 'text-muted',
          )}
        >
          <Ellipsis />
          More
        </button>
      }
    />
  )
}
