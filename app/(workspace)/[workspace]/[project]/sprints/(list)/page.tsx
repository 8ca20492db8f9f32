import type { Metadata } from 'next'
import { projectOfPage } from '@/server/access/page'
import { sprints } from '@/server/queries/sprint'
import { SprintsScreen } from '../SprintsScreen'

export const metadata: Metadata = { title: 'Sprints' }

type Props = { params: Promise<{ workspace: string; project: string }> }

/** The sprints of a project: running, planned, and the latest of those completed. */
export default async function SprintsPage({ params }: Props) {
  const { workspace, project } = await params
  const scope = await projectOfPage(workspace, project)
  return <SprintsScreen first={await sprints(scope, null)} />
}
