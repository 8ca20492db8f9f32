import type { Metadata } from 'next'
import { WorkflowEditor } from '@/app/_features/workflow/WorkflowEditor'
import { requireProject } from '@/server/auth/pageAccess'

export const metadata: Metadata = { title: 'Workflow' }

type Props = { params: Promise<{ workspace: string; project: string }> }

/** The workflow of a project as a diagram. Only admins may change it. */
export default async function WorkflowPage({ params }: Props) {
  const { workspace, project } = await params
  await requireProject(workspace, project)
  return <WorkflowEditor />
}
