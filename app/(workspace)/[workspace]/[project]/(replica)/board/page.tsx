import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { Board } from '@/app/_features/board/Board'
import {
  collapsedColumnsCookie,
  parseCollapsedColumns,
} from '@/app/_features/board/collapsedColumnsCookie'
import { requireProject } from '@/server/auth/pageAccess'

export const metadata: Metadata = { title: 'Board' }

type Props = { params: Promise<{ workspace: string; project: string }> }

/** The board of a project. Its data comes from the layout, which all screens share. */
export default async function BoardPage({ params }: Props) {
  const { workspace, project } = await params
  const { projectId } = await requireProject(workspace, project)
  const cookie = (await cookies()).get(collapsedColumnsCookie(projectId))?.value
  return <Board collapsed={parseCollapsedColumns(cookie)} />
}
