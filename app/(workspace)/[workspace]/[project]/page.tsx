import { redirect } from 'next/navigation'
import { routes } from '@/app/_features/shell/routes'

type Props = { params: Promise<{ workspace: string; project: string }> }

/** A project's own address leads to its board. */
export default async function ProjectPage({ params }: Props) {
  const { workspace, project } = await params
  redirect(routes.board(workspace, project))
}
