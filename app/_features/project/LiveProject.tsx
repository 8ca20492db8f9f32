import type { ReactNode } from 'react'
import { LazyUndo } from '@/app/_features/undo/LazyUndo'
import { ProjectProvider } from '@/app/_replica/react/ProjectProvider'
import type { InitialData } from '@/app/_replica/replicaTypes'
import { FailureToasts } from './FailureToasts'
import { LiveSprintLinks } from './LiveSprintLinks'
import { PrefetchOnInteraction } from './PrefetchOnInteraction'

/** Keeps a project live for the screens inside, with the components that all of them share. */
export function LiveProject({ initial, children }: { initial: InitialData; children: ReactNode }) {
  return (
    <ProjectProvider initial={initial}>
      {children}
      <LiveSprintLinks />
      <FailureToasts />
      <LazyUndo />
      <PrefetchOnInteraction />
    </ProjectProvider>
  )
}
