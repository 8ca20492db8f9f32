'use client'

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { ProjectStore } from '../store/projectStore'
import type { Initial } from '../store/types'
import { browserStore } from './browserStore'
import { keepOpen } from './keepOpen'

const Context = createContext<ProjectStore | null>(null)

/**
 * Keeps a project live for everything inside it. `initial` is what the page has read on the
 * server; it counts once, on the first drawing. Give it `key={projectId}`.
 */
export function ProjectProvider({ initial, children }: { initial: Initial; children: ReactNode }) {
  const [store] = useState(() => browserStore(initial))
  useEffect(() => keepOpen(store), [store])
  return <Context value={store}>{children}</Context>
}

/** The project's store, for what the other hooks do not cover. */
export function useStore(): ProjectStore {
  const store = useContext(Context)
  if (!store) throw new Error('useStore needs a ProjectProvider around it.')
  return store
}
