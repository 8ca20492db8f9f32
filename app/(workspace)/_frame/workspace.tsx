'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { Role } from '@/domain/words'
import type { ProjectLink } from './addresses'

/** What every part of a workspace's pages may need to know of it. */
export interface Workspace {
  slug: string
  name: string
  projects: ProjectLink[]
  me: { name: string; email: string; role: Role }
}

const Known = createContext<Workspace | null>(null)

/** Tells all below which workspace this is. */
export function WorkspaceProvider({ value, children }: { value: Workspace; children: ReactNode }) {
  return <Known value={value}>{children}</Known>
}

/**
 * The workspace that is open.
 * @throws Error outside of a workspace's pages
 */
export function useWorkspace(): Workspace {
  const workspace = useContext(Known)
  if (!workspace) throw new Error('There is no workspace around this part of the page.')
  return workspace
}
