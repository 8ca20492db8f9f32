'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { NavLink } from '@/app/_ui/NavLink'
import type { Id } from '@/domain/kernel/primitives'
import { routes } from '../routes'
import { useWorkspace } from '../useWorkspace'
import { ACTIVE_SPRINTS_SLOT } from './activeSprintsSlot'

export interface SprintLink {
  id: Id
  name: string
}

/** Sprints as links in the sidebar, each to the board filtered by that sprint. */
export function SprintLinkList({
  projectKey,
  sprints,
}: {
  projectKey: string
  sprints: SprintLink[]
}) {
  const { slug } = useWorkspace()
  const path = usePathname()
  const filteredSprint = useSearchParams().get('sprint')
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  useEffect(() => setSlot(document.getElementById(ACTIVE_SPRINTS_SLOT)), [])
  if (!slot) return null
  const isOnBoard = path === routes.board(slug, projectKey)
  return createPortal(
    sprints.map(({ id, name }) => (
      <NavLink
        key={id}
        href={routes.sprintBoard(slug, projectKey, id)}
        label={name}
        isCurrent={isOnBoard && filteredSprint === id}
      />
    )),
    slot,
  )
}
