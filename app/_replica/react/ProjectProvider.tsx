'use client'

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { InitialData } from '../replicaTypes'
import type { ProjectStore } from '../store/projectStore'
import { createProjectStore } from './createProjectStore'
import { keepStoreOpen } from './keepStoreOpen'

const ProjectStoreContext = createContext<ProjectStore | null>(null)

/**
 * Keeps a project live for the components inside. `initial` is the data that the server rendered;
 * only its first value counts. Give it `key={projectId}`.
 */
export function ProjectProvider({
  initial,
  children,
}: {
  initial: InitialData
  children: ReactNode
}) {
  const [store] = useState(() => createProjectStore(initial))
  useEffect(() => keepStoreOpen(store), [store])
  return <ProjectStoreContext value={store}>{children}</ProjectStoreContext>
}

/** Returns the project's store, for uses that the other hooks do not cover. */
export function useProjectStore(): ProjectStore {
  const store = useContext(ProjectStoreContext)
  if (!store) throw new Error('useProjectStore needs a ProjectProvider around it.')
  return store
}
