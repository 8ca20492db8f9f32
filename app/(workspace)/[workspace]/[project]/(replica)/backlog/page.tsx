import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { Backlog } from '@/app/_features/backlog/Backlog'
import {
  collapsedSectionsCookie,
  parseCollapsedSections,
} from '@/app/_features/backlog/collapsedSectionsCookie'
import { parseBoardFilter } from '@/app/_features/board/boardFilterParams'
import { requireProject } from '@/server/auth/pageAccess'
import { loadBacklog } from '@/server/queries/backlog'

export const metadata: Metadata = { title: 'Backlog' }

type Props = {
  params: Promise<{ workspace: string; project: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The backlog of a project: its sprints, then the tasks that are in no sprint. */
export default async function BacklogPage({ params, searchParams }: Props) {
  const { workspace, project } = await params
  const scope = await requireProject(workspace, project)
  const queryEntries = Object.entries(await searchParams).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => [name, each]),
  )
  const filter = parseBoardFilter(new URLSearchParams(queryEntries))
  const initialData = await loadBacklog(scope, filter)
  const cookie = (await cookies()).get(collapsedSectionsCookie(scope.projectId))?.value
  return (
    <Backlog
      initialData={initialData}
      initialFilter={filter}
      collapsed={parseCollapsedSections(cookie)}
    />
  )
}
