import { redirect } from 'next/navigation'
import { addresses } from '../../_frame/addresses'

type Props = { params: Promise<{ workspace: string; project: string }> }

/** A project's own address leads to its board. */
export default async function ProjectPage({ params }: Props) {
  const { workspace, project } = await params
  redirect(addresses.board(workspace, project))
}
