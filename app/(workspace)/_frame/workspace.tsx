'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { WorkTime } from '@/domain/time/duration'
import type { Day, Id, Role } from '@/domain/words'
import type { RunningTimer } from '@/server/queries/timer'
import type { ProjectLink } from './addresses'

/** What every part of a workspace's pages may need to know of it. */
export interface Workspace {
  slug: string
  name: string
  projects: ProjectLink[]
  me: { id: Id; name: string; email: string; role: Role }
  /** How long its days and weeks are, up to when it is closed, and by which clock the reader lives. */
  time: WorkTime & { lockedUntil: Day | null; timeZone: string | null }
  /** The reader's running timer when the page was drawn. */
  timer: RunningTimer | null
}

const Known = createContext<Workspace | null>(null)

/** Tells all below which workspace this is. */
export function WorkspaceProvider({ value, children }: { value: Workspace; children: ReactNode }) {
  return <Known value={value}>{children}</Known>
}

/** How long the days and weeks of the open workspace are. */
export const useWorkTime = (): WorkTime => useWorkspace().time

/**
 * The workspace that is open.
 * @throws Error outside of a workspace's pages
 */
export function useWorkspace(): Workspace {
  const workspace = useContext(Known)
  if (!workspace) throw new Error('There is no workspace around this part of the page.')
  return workspace
}
