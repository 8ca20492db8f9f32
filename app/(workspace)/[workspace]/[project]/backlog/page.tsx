import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { projectOfPage } from '@/server/access/page'
import { backlog } from '@/server/queries/backlog'
import { filterOf } from '../board/filter/address'
import { Backlog } from './Backlog'
import { collapsedSections, readCollapsed } from './section/collapsed'

export const metadata: Metadata = { title: 'Backlog' }

type Props = {
  params: Promise<{ workspace: string; project: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What is to be done, in one order: the sprints, and under them what is in none yet. */
export default async function BacklogPage({ params, searchParams }: Props) {
  const { workspace, project } = await params
  const scope = await projectOfPage(workspace, project)
  const asked = Object.entries(await searchParams).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => [name, each]),
  )
  const filter = filterOf(new URLSearchParams(asked))
  const first = await backlog(scope, filter)
  const cookie = (await cookies()).get(collapsedSections(scope.projectId))?.value
  return <Backlog first={first} under={filter} collapsed={readCollapsed(cookie)} />
}
