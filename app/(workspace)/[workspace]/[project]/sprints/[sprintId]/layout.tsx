import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { isThere } from '../../../../_frame/addressed'

type Props = {
  children: ReactNode
  params: Promise<{ workspace: string; project: string; sprintId: string }>
}

/** A sprint is known to be missing before the rest of it is read. */
export default async function SprintLayout({ children, params }: Props) {
  const { workspace, project, sprintId } = await params
  if (!(await isThere(workspace, project, 'sprints', sprintId))) notFound()
  return children
}
