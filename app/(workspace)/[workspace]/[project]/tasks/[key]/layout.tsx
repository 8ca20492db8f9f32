import type { ReactNode } from 'react'
import { mustExist } from '../../../../_frame/addressed'

type Props = {
  children: ReactNode
  params: Promise<{ workspace: string; project: string; key: string }>
}

/** A task is known to be missing before the rest of it is read. */
export default async function TaskLayout({ children, params }: Props) {
  const { workspace, project, key } = await params
  await mustExist(workspace, project, 'tasks', key)
  return children
}
