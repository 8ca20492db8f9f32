'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useProject } from '@/app/_client/react/hooks'
import { NavLink } from '@/app/_ui/NavLink'
import { addresses } from './addresses'
import { RUNNING } from './running'
import { useWorkspace } from './workspace'

/** The sprints that run, as lines of the side bar that lead to the board narrowed to each. */
export function RunningSprints() {
  const { slug } = useWorkspace()
  const { key, sprints } = useProject()
  const path = usePathname()
  const asked = useSearchParams().get('sprint')
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  useEffect(() => setSlot(document.getElementById(RUNNING)), [])
  if (!slot) return null
  const onBoard = path === addresses.board(slug, key)
  return createPortal(
    sprints
      .filter((each) => each.state === 'active' && !each.removedAt)
      .map(({ id, name }) => (
        <NavLink
          key={id}
          href={addresses.sprintBoard(slug, key, id)}
          label={name}
          here={onBoard && asked === id}
        />
      )),
    slot,
  )
}
