'use client'

import type { ReactNode } from 'react'
import { usePresence, useProject } from '@/app/_client/react/hooks'
import { AvatarStack } from '@/app/_ui/AvatarStack'
import { TopBar } from '@/app/_ui/TopBar'
import { Trail } from '@/app/_ui/Trail'
import { ConflictTray } from '../_conflict/ConflictTray'
import { addresses } from './addresses'
import { LiveMark } from './LiveMark'
import { useWorkspace } from './workspace'

type Props = {
  /** The screen: "Board". */
  here: string
  /** Filters. */
  middle?: ReactNode
  /** Further steps between the project and this screen. */
  above?: { label: string; href: string }[]
}

/** The bar over every screen of a project: where one is, who else is here, whether it is live. */
export function ProjectBar({ here, middle, above = [] }: Props) {
  const { slug } = useWorkspace()
  const { key, name } = useProject()
  const people = usePresence()
  const project = { label: name, href: addresses.board(slug, key) }
  return (
    <TopBar
      trail={
        <span className="flex min-w-0 items-center gap-1.5">
          {/* On a phone there is no room for the steps above: the key stands for them. */}
          <span className="shrink-0 text-muted sm:hidden">{key}</span>
          <Trail above={[project, ...above]} here={here} />
        </span>
      }
      middle={middle}
      end={
        <>
          <span className="hidden sm:contents">
            <AvatarStack label="Here now" people={[...people]} size="small" />
          </span>
          <ConflictTray />
          <LiveMark />
        </>
      }
    />
  )
}
