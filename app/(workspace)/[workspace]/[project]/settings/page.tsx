import type { Metadata } from 'next'
import { projectOfPage } from '@/server/access/page'
import { Settings } from './Settings'

export const metadata: Metadata = { title: 'Settings' }

type Props = { params: Promise<{ workspace: string; project: string }> }

/** The settings of a project; its data comes with the layout. Only admins may change them. */
export default async function SettingsPage({ params }: Props) {
  const { workspace, project } = await params
  await projectOfPage(workspace, project)
  return <Settings />
}
