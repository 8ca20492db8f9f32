'use client'

import { ChevronsUpDown, Plus, Users } from 'lucide-react'
import { Menu, type MenuGroup } from '@/app/_ui/Menu'
import { routes } from './routes'

type Props = {
  current: { slug: string; name: string }
  workspaces: { slug: string; name: string }[]
}

/** The workspace's name at the top of the sidebar. Opens a menu to switch workspaces. */
export function WorkspaceMenu({ current, workspaces }: Props) {
  const groups: MenuGroup[] = [
    {
      title: 'Workspaces',
      items: workspaces.map((workspace) => ({
        label: workspace.name,
        href: routes.workspace(workspace.slug),
        icon: <WorkspaceIcon name={workspace.name} />,
      })),
    },
    {
      items: [
        { label: 'People', href: `/${current.slug}/settings/people`, icon: <Users /> },
        { label: 'New workspace', href: '/new-workspace', icon: <Plus /> },
      ],
    },
  ]
  return (
    <Menu
      label="Workspace"
      groups={groups}
      trigger={
        <button
          type="button"
          className="flex h-control w-full items-center gap-2 rounded-card px-1.5 font-semibold transition-colors hover:bg-hover"
        >
          <WorkspaceIcon name={current.name} />
          <span className="min-w-0 truncate">{current.name}</span>
          <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-faint" />
        </button>
      }
    />
  )
}

function WorkspaceIcon({ name }: { name: string }) {
  return (
    <span
      aria-hidden
      className="flex size-5 shrink-0 items-center justify-center rounded-chip bg-accent text-xs font-semibold text-on-accent"
    >
      {[...name.trim()][0]?.toUpperCase()}
    </span>
  )
}
