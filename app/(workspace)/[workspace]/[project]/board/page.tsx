import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { projectOfPage } from '@/server/access/page'
import { Board } from './Board'
import { collapsedCookie, readCollapsed } from './column/collapsed'

export const metadata: Metadata = { title: 'Board' }

type Props = { params: Promise<{ workspace: string; project: string }> }

/** The board of a project; its data comes with the layout, which all screens share. */
export default async function BoardPage({ params }: Props) {
  const { workspace, project } = await params
  const { projectId } = await projectOfPage(workspace, project)
  const cookie = (await cookies()).get(collapsedCookie(projectId))?.value
  return <Board collapsed={readCollapsed(cookie)} />
}
