'use client'

import type { ReactNode } from 'react'
import { ConflictsButton } from '@/app/_features/conflict/ConflictsButton'
import { routes } from '@/app/_features/shell/routes'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { usePresence, useProject } from '@/app/_replica/react/projectHooks'
import { AvatarStack } from '@/app/_ui/AvatarStack'
import { Breadcrumbs } from '@/app/_ui/Breadcrumbs'
import { TopBar } from '@/app/_ui/TopBar'
import { ConnectionStatus } from './connection/ConnectionStatus'

type Props = {
  /** Name of the screen, for example "Board". */
  current: string
  filters?: ReactNode
  /** Breadcrumbs between the project and this screen. */
  ancestors?: { label: string; href: string }[]
}

/** The bar at the top of every project screen: breadcrumbs, presence and connection. */
export function ProjectTopBar({ current, filters, ancestors = [] }: Props) {
  const { slug } = useWorkspace()
  const { key, name } = useProject()
  const people = usePresence()
  const project = { label: name, href: routes.board(slug, key) }
  return (
    <TopBar
      breadcrumbs={
        <span className="flex min-w-0 items-center gap-1.5">
          {/* A phone has no room for the breadcrumbs and shows the project key instead. */}
          <span className="shrink-0 text-muted sm:hidden">{key}</span>
          <Breadcrumbs parents={[project, ...ancestors]} current={current} />
        </span>
      }
      middle={filters}
      end={
        <>
          <span className="hidden sm:contents">
            <AvatarStack label="Here now" people={[...people]} size="small" />
          </span>
          <ConflictsButton />
          <ConnectionStatus />
        </>
      }
    />
  )
}
