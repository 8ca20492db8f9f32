'use client'

import {
  Clock,
  Columns3,
  History,
  IterationCw,
  LayoutGrid,
  Package,
  Rows3,
  Search,
  Settings,
} from 'lucide-react'
import { useParams } from 'next/navigation'
import { NavGroup } from '@/app/_ui/NavGroup'
import { NavLink } from '@/app/_ui/NavLink'
import { ACTIVE_SPRINTS_SLOT } from './nav/activeSprintsSlot'
import { NavButton } from './nav/NavButton'
import { openPalette } from './openPalette'
import { routes } from './routes'
import { useWorkspace } from './useWorkspace'

/**
 * The links of the sidebar: search, then every project. The open project also shows its screens.
 */
export function Sidebar() {
  const { slug, projects } = useWorkspace()
  const { project: currentKey } = useParams<{ project?: string }>()
  return (
    <>
      <NavGroup>
        <NavButton label="Search" icon={<Search />} keys="Ctrl K" onPress={openPalette} />
        <NavLink href={routes.workspace(slug)} label="Projects" icon={<LayoutGrid />} />
        <NavLink href={routes.timesheet(slug)} label="Timesheet" icon={<Clock />} />
      </NavGroup>
      {projects.map((project) =>
        project.key === currentKey ? (
          <NavGroup key={project.key} title={project.name}>
            <NavLink href={routes.board(slug, currentKey)} label="Board" icon={<Columns3 />} />
            <NavLink href={routes.backlog(slug, currentKey)} label="Backlog" icon={<Rows3 />} />
            <NavLink
              href={routes.sprints(slug, currentKey)}
              label="Sprints"
              icon={<IterationCw />}
              matchesSubpages
            />
            <div id={ACTIVE_SPRINTS_SLOT} className="flex flex-col gap-px pl-3 empty:hidden" />
            <NavLink
              href={routes.versions(slug, currentKey)}
              label="Versions"
              icon={<Package />}
              matchesSubpages
            />
            <NavLink href={routes.history(slug, currentKey)} label="History" icon={<History />} />
            <NavLink
              href={routes.projectSettings(slug, currentKey)}
              label="Settings"
              icon={<Settings />}
            />
          </NavGroup>
        ) : null,
      )}
      <NavGroup title={currentKey ? 'Other projects' : 'Projects'}>
        {projects
          .filter((project) => project.key !== currentKey)
          .map((project) => (
            <NavLink
              key={project.key}
              href={routes.board(slug, project.key)}
              label={project.name}
              icon={<ProjectIcon projectKey={project.key} />}
            />
          ))}
      </NavGroup>
    </>
  )
}

function ProjectIcon({ projectKey }: { projectKey: string }) {
  return (
    <span
      aria-hidden
      className="flex size-4 items-center justify-center rounded-chip border border-line text-[0.5625rem] font-semibold text-muted"
    >
      {projectKey[0]}
    </span>
  )
}
