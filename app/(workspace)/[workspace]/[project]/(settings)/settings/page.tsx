import type { Metadata } from 'next'
import { ProjectSettings } from '@/app/_features/settings/ProjectSettings'
import { requireProject } from '@/server/auth/pageAccess'

export const metadata: Metadata = { title: 'Settings' }

type Props = { params: Promise<{ workspace: string; project: string }> }

/** The settings of a project. Its data comes from the layout. Only admins may change them. */
export default async function SettingsPage({ params }: Props) {
  const { workspace, project } = await params
  await requireProject(workspace, project)
  return <ProjectSettings />
}
