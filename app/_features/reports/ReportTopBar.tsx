'use client'

import { routes } from '@/app/_features/shell/routes'
import { useCurrentRoute } from '@/app/_features/shell/useCurrentRoute'
import { Breadcrumbs } from '@/app/_ui/Breadcrumbs'
import { TopBar } from '@/app/_ui/TopBar'

/**
 * The bar above a report, with its breadcrumbs. A report does not update live, so the bar shows no
 * connection state.
 */
export function ReportTopBar({ current, projectKey }: { current: string; projectKey: string }) {
  const { slug, project } = useCurrentRoute()
  const parents = [
    { label: project?.name ?? projectKey, href: routes.board(slug, projectKey) },
    { label: 'Sprints', href: routes.sprints(slug, projectKey) },
  ]
  return (
    <TopBar
      breadcrumbs={
        <span className="flex min-w-0 items-center gap-1.5">
          {/* A phone has no room for the breadcrumbs and shows the project key instead. */}
          <span className="shrink-0 text-muted sm:hidden">{projectKey}</span>
          <Breadcrumbs parents={parents} current={current} />
        </span>
      }
    />
  )
}
