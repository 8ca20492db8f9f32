import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { requireProject } from '@/server/auth/pageAccess'

type Props = { children: ReactNode; params: Promise<{ workspace: string; project: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project } = await params
  return { title: { default: project, template: `%s · ${project} · Concord` } }
}

/**
 * The layout of all pages of a project. Responds with 404 to people who may not see the project,
 * before anything is streamed. The route groups below load the data of their screens: `(replica)` a
 * live board, `(settings)` the live project without tasks, `(report)` nothing.
 */
export default async function ProjectLayout({ children, params }: Props) {
  const { workspace, project } = await params
  await requireProject(workspace, project)
  return children
}
