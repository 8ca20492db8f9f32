import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ReportBody } from '@/app/_features/reports/ReportBody'
import { ReportEmptyState } from '@/app/_features/reports/ReportEmptyState'
import { ReportHeader } from '@/app/_features/reports/ReportHeader'
import { ReportTopBar } from '@/app/_features/reports/ReportTopBar'
import { ActiveSprintLinks } from '@/app/_features/shell/ActiveSprintLinks'
import { SprintTimeTotals } from '@/app/_features/time/SprintTimeTotals'
import { Main } from '@/app/_ui/TopBar'
import { requireProject } from '@/server/auth/pageAccess'
import { loadSprintReport } from '@/server/queries/sprintReport'
import { loadTimeSettings } from '@/server/queries/timeSettings'
import { loadTimeTotals } from '@/server/queries/timeTotals'

type Props = { params: Promise<{ workspace: string; project: string; sprintId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, project, sprintId } = await params
  const reported = await loadReport(workspace, project, sprintId)
  return { title: reported?.sprint.name ?? 'Not found' }
}

/** The report of a sprint, rendered on the server alone, so that it can be printed as it is. */
export default async function SprintPage({ params }: Props) {
  const { workspace, project, sprintId } = await params
  const reported = await loadReport(workspace, project, sprintId)
  if (!reported) notFound()
  const scope = await requireProject(workspace, project)
  const [time, work] = await Promise.all([
    loadTimeTotals(scope, { sprintId }),
    loadTimeSettings(scope),
  ])
  const links = { slug: workspace, projectKey: project }
  return (
    <>
      <ReportTopBar current={reported.sprint.name} projectKey={project} />
      <ActiveSprintLinks
        projectKey={project}
        sprints={reported.sprints.filter((each) => each.state === 'active' && !each.removedAt)}
      />
      <Main>
        <div className="mx-auto max-w-250 px-4 py-5 md:px-6 md:py-6 print:max-w-none print:p-0">
          <ReportHeader reported={reported} project={project} />
          <SprintTimeTotals time={time.all} workTime={work} />
          {reported.report ? (
            <ReportBody reported={reported} report={reported.report} links={links} />
          ) : (
            <ReportEmptyState links={links} sprint={reported.sprint} />
          )}
        </div>
      </Main>
    </>
  )
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const loadReport = cache(async (workspace: string, project: string, sprintId: string) => {
  const scope = await requireProject(workspace, project)
  return UUID.test(sprintId) ? loadSprintReport(scope, sprintId) : null
})
