import type { Metadata } from 'next'
import { projectOfPage } from '@/server/access/page'
import { Workflow } from './Workflow'

export const metadata: Metadata = { title: 'Workflow' }

type Props = { params: Promise<{ workspace: string; project: string }> }

/** The workflow of a project, drawn as states and arrows. Only admins may change it. */
export default async function WorkflowPage({ params }: Props) {
  const { workspace, project } = await params
  await projectOfPage(workspace, project)
  return <Workflow />
}
