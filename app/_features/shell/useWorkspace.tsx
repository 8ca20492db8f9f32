'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { Id, LocalDate, Role } from '@/domain/kernel/primitives'
import type { WorkTime } from '@/domain/time/duration'
import type { RunningTimer } from '@/server/queries/runningTimer'
import type { ProjectSummary } from './routes'

/** Data of the workspace that all its pages share. */
export interface Workspace {
  slug: string
  name: string
  projects: ProjectSummary[]
  me: { id: Id; name: string; email: string; role: Role }
  /**
   * The length of working days and weeks, the date until which time is locked, and the reader's
   * time zone.
   */
  timeSettings: WorkTime & { lockedUntil: LocalDate | null; timeZone: string | null }
  /** The reader's running timer at the time the page was rendered. */
  runningTimer: RunningTimer | null
}

const WorkspaceContext = createContext<Workspace | null>(null)

/** Provides the workspace to its pages. */
export function WorkspaceProvider({ value, children }: { value: Workspace; children: ReactNode }) {
  return <WorkspaceContext value={value}>{children}</WorkspaceContext>
}

/** Returns the length of working days and weeks in the open workspace. */
export const useWorkTime = (): WorkTime => useWorkspace().timeSettings

/**
 * Returns the open workspace.
 * @throws Error when used outside a workspace's pages
 */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext)
  if (!workspace) throw new Error('There is no workspace around this part of the page.')
  return workspace
}
