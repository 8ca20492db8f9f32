'use client'

import { ChevronsUpDown, Plus, Users } from 'lucide-react'
import { Menu, type MenuGroup } from '@/app/_ui/Menu'
import { addresses } from './addresses'

type Props = {
  here: { slug: string; name: string }
  all: { slug: string; name: string }[]
}

/** The workspace's name at the top of the side bar; opens the way to the others. */
export function WorkspaceMenu({ here, all }: Props) {
  const groups: MenuGroup[] = [
    {
      title: 'Workspaces',
      items: all.map((workspace) => ({
        label: workspace.name,
        href: addresses.workspace(workspace.slug),
        icon: <Initial name={workspace.name} />,
      })),
    },
    {
      items: [
        { label: 'People', href: `/${here.slug}/settings/people`, icon: <Users /> },
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
          <Initial name={here.name} />
          <span className="min-w-0 truncate">{here.name}</span>
          <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-faint" />
        </button>
      }
    />
  )
}

function Initial({ name }: { name: string }) {
  return (
    <span
      aria-hidden
      className="flex size-5 shrink-0 items-center justify-center rounded-chip bg-accent text-tiny font-semibold text-on-accent"
    >
      {[...name.trim()][0]?.toUpperCase()}
    </span>
  )
}
