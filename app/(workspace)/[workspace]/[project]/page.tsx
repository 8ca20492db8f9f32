import { redirect } from 'next/navigation'
import { routes } from '@/app/_features/shell/routes'

type Props = { params: Promise<{ workspace: string; project: string }> }

/** Redirects to the board of the project. */
export default async function ProjectPage({ params }: Props) {
  const { workspace, project } = await params
  redirect(routes.board(workspace, project))
}
