'use client'

import { useCallback } from 'react'
import { useProject } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { trpc } from '@/app/_client/trpc'
import { live } from '@/domain/catalog/catalog'
import { type CountedVersion, NO_TIME, NO_WORK, type VersionList } from '@/domain/catalog/figures'
import { useAsked } from '../../../_sprint/useAsked'

/** The versions as they are now: names and states from the replica, figures as the server counts. */
export function useVersions(first: VersionList): CountedVersion[] {
  const { projectId } = useStore()
  const ask = useCallback(
    () => trpc.version.list.query({ projectId }) as Promise<VersionList>,
    [projectId],
  )
  const { versions } = useAsked(ask, first).data ?? first
  const counted = new Map(versions.map((each) => [each.id, each]))
  return live(useProject().fixVersions).map((each) => ({
    ...each,
    work: counted.get(each.id)?.work ?? NO_WORK,
    time: counted.get(each.id)?.time ?? NO_TIME,
  }))
}
