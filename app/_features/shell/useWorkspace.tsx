'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { Id, LocalDate, Role } from '@/domain/kernel/primitives'
import type { WorkTime } from '@/domain/time/duration'
import type { RunningTimer } from '@/server/queries/runningTimer'
import type { ProjectSummary } from './routes'

/** What every part of a workspace's pages may need to know of it. */
export interface Workspace {
  slug: string
  name: string
  projects: ProjectSummary[]
  me: { id: Id; name: string; email: string; role: Role }
  /** How long its days and weeks are, up to when it is closed, and by which clock the reader lives. */
  timeSettings: WorkTime & { lockedUntil: LocalDate | null; timeZone: string | null }
  /** The reader's running timer when the page was drawn. */
  runningTimer: RunningTimer | null
}

const WorkspaceContext = createContext<Workspace | null>(null)

/** Tells all below which workspace this is. */
export function WorkspaceProvider({ value, children }: { value: Workspace; children: ReactNode }) {
  return <WorkspaceContext value={value}>{children}</WorkspaceContext>
}

/** How long the days and weeks of the open workspace are. */
export const useWorkTime = (): WorkTime => useWorkspace().timeSettings

/**
 * The workspace that is open.
 * @throws Error outside of a workspace's pages
 */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext)
  if (!workspace) throw new Error('There is no workspace around this part of the page.')
  return workspace
}
