'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useProject } from '@/app/_replica/react/projectHooks'
import { NavLink } from '@/app/_ui/NavLink'
import { routes } from '../routes'
import { useWorkspace } from '../useWorkspace'
import { ACTIVE_SPRINTS_SLOT } from './activeSprintsSlot'

/** The sprints that run, as lines of the side bar that lead to the board narrowed to each. */
export function ActiveSprintLinks() {
  const { slug } = useWorkspace()
  const { key, sprints } = useProject()
  const path = usePathname()
  const filteredSprint = useSearchParams().get('sprint')
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  useEffect(() => setSlot(document.getElementById(ACTIVE_SPRINTS_SLOT)), [])
  if (!slot) return null
  const isOnBoard = path === routes.board(slug, key)
  return createPortal(
    sprints
      .filter((each) => each.state === 'active' && !each.removedAt)
      .map(({ id, name }) => (
        <NavLink
          key={id}
          href={routes.sprintBoard(slug, key, id)}
          label={name}
          isCurrent={isOnBoard && filteredSprint === id}
        />
      )),
    slot,
  )
}
