import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Main } from '@/app/_ui/TopBar'
import { projectOfPage } from '@/server/access/page'
import { sprintReport } from '@/server/queries/sprintReport'
import { timeTotals } from '@/server/queries/timeTotals'
import { timeSettings } from '@/server/queries/workTime'
import { addresses } from '../../../../_frame/addresses'
import { ProjectBar } from '../../../../_frame/ProjectBar'
import { SprintTime } from '../../../../_time/SprintTime'
import { Empty } from './Empty'
import { Head } from './Head'
import { Report } from './Report'

type Props = { params: Promise<{ workspace: string; project: string; sprintId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, project, sprintId } = await params
  const found = await reportOfPage(workspace, project, sprintId)
  return { title: found?.sprint.name ?? 'Not found' }
}

/** What a sprint came to: drawn on the server alone, so that it prints as it stands. */
export default async function SprintPage({ params }: Props) {
  const { workspace, project, sprintId } = await params
  const found = await reportOfPage(workspace, project, sprintId)
  if (!found) notFound()
  const scope = await projectOfPage(workspace, project)
  const [time, work] = await Promise.all([timeTotals(scope, { sprintId }), timeSettings(scope)])
  const place = { slug: workspace, projectKey: project }
  return (
    <>
      <ProjectBar
        here={found.sprint.name}
        above={[{ label: 'Sprints', href: addresses.sprints(workspace, project) }]}
      />
      <Main>
        <div className="mx-auto max-w-250 px-4 py-5 md:px-6 md:py-6 print:max-w-none print:p-0">
          <Head found={found} project={project} />
          <SprintTime time={time.all} work={work} />
          {found.report ? (
            <Report found={found} report={found.report} place={place} />
          ) : (
            <Empty place={place} sprint={found.sprint} />
          )}
        </div>
      </Main>
    </>
  )
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const reportOfPage = cache(async (workspace: string, project: string, sprintId: string) => {
  const scope = await projectOfPage(workspace, project)
  return UUID.test(sprintId) ? sprintReport(scope, sprintId) : null
})
