import type { Metadata } from 'next'
import { ApiProvider } from '@/app/_api/ApiProvider'
import { HistoryScreen } from '@/app/_features/history/HistoryScreen'
import { parseHistoryFilter } from '@/app/_features/history/historyFilterParams'
import { requireProject } from '@/server/auth/pageAccess'
import { prefetchHelpers } from '@/server/trpc/prefetch'

export const metadata: Metadata = { title: 'History' }

type Props = {
  params: Promise<{ workspace: string; project: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The history of a project, newest first, with the filter in the URL. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const { workspace, project } = await params
  const { projectId } = await requireProject(workspace, project)
  const queryPairs = Object.entries(await searchParams).map(([name, value]) => [
    name,
    [value].flat()[0],
  ])
  const definedPairs = queryPairs.filter((pair): pair is [string, string] => pair[1] !== undefined)
  const filter = parseHistoryFilter(new URLSearchParams(definedPairs))
  const helpers = await prefetchHelpers()
  await helpers.history.page.fetchInfinite({ projectId, ...filter })
  return (
    <ApiProvider state={helpers.dehydrate()}>
      <HistoryScreen />
    </ApiProvider>
  )
}
