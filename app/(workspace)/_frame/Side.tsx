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
import { openPalette } from '../_palette/open'
import { addresses } from './addresses'
import { RUNNING } from './running'
import { SideButton } from './SideButton'
import { useWorkspace } from './workspace'

/** The side bar's lines: search, then every project; the open one shows its screens. */
export function Side() {
  const { slug, projects } = useWorkspace()
  const { project: here } = useParams<{ project?: string }>()
  return (
    <>
      <NavGroup>
        <SideButton label="Search" icon={<Search />} keys="Ctrl K" onPress={openPalette} />
        <NavLink href={addresses.workspace(slug)} label="Projects" icon={<LayoutGrid />} />
        <NavLink href={addresses.timesheet(slug)} label="Timesheet" icon={<Clock />} />
      </NavGroup>
      {projects.map((project) =>
        project.key === here ? (
          <NavGroup key={project.key} title={project.name}>
            <NavLink href={addresses.board(slug, here)} label="Board" icon={<Columns3 />} />
            <NavLink href={addresses.backlog(slug, here)} label="Backlog" icon={<Rows3 />} />
            <NavLink
              href={addresses.sprints(slug, here)}
              label="Sprints"
              icon={<IterationCw />}
              within
            />
            <div id={RUNNING} className="flex flex-col gap-px pl-3 empty:hidden" />
            <NavLink
              href={addresses.versions(slug, here)}
              label="Versions"
              icon={<Package />}
              within
            />
            <NavLink href={addresses.history(slug, here)} label="History" icon={<History />} />
            <NavLink
              href={addresses.projectSettings(slug, here)}
              label="Settings"
              icon={<Settings />}
            />
          </NavGroup>
        ) : null,
      )}
      <NavGroup title={here ? 'Other projects' : 'Projects'}>
        {projects
          .filter((project) => project.key !== here)
          .map((project) => (
            <NavLink
              key={project.key}
              href={addresses.board(slug, project.key)}
              label={project.name}
              icon={<ProjectMark projectKey={project.key} />}
            />
          ))}
      </NavGroup>
    </>
  )
}

function ProjectMark({ projectKey }: { projectKey: string }) {
  return (
    <span
      aria-hidden
      className="flex size-4 items-center justify-center rounded-chip border border-line text-[0.5625rem] font-semibold text-muted"
    >
      {projectKey[0]}
    </span>
  )
}
