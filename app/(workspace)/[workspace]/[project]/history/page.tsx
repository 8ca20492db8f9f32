import type { Metadata } from 'next'
import { projectOfPage } from '@/server/access/page'
import { history } from '@/server/queries/history'
import { filterOf } from './filter/address'
import { HistoryScreen } from './HistoryScreen'

export const metadata: Metadata = { title: 'History' }

type Props = {
  params: Promise<{ workspace: string; project: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Everything that happened in a project, newest first, under the filter of the address. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const { workspace, project } = await params
  const scope = await projectOfPage(workspace, project)
  const asked = Object.entries(await searchParams).map(([name, value]) => [name, [value].flat()[0]])
  const named = asked.filter((pair): pair is [string, string] => pair[1] !== undefined)
  const filter = filterOf(new URLSearchParams(named))
  const first = await history(scope, filter, null)
  return <HistoryScreen first={first} under={filter} />
}
