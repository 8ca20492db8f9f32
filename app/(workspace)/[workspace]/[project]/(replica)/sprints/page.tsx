import type { Metadata } from 'next'
import { SprintsScreen } from '@/app/_features/sprint/SprintsScreen'
import { requireProject } from '@/server/access/pageAccess'
import { loadSprints } from '@/server/queries/sprints'

export const metadata: Metadata = { title: 'Sprints' }

type Props = { params: Promise<{ workspace: string; project: string }> }

/** The sprints of a project: running, planned, and the latest of those completed. */
export default async function SprintsPage({ params }: Props) {
  const { workspace, project } = await params
  const scope = await requireProject(workspace, project)
  return <SprintsScreen initial={await loadSprints(scope, null)} />
}
