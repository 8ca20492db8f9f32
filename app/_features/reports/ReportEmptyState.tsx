import { routes } from '@/app/_features/shell/routes'
import { ButtonLink } from '@/app/_ui/ButtonLink'
import { EmptyState } from '@/app/_ui/EmptyState'
import type { Sprint } from '@/domain/sprint/sprint'
import type { ReportLinkContext } from './ReportBody'

type Props = { links: ReportLinkContext; sprint: Sprint }

/** Replaces the report of a sprint that has not started or has no data yet. */
export function ReportEmptyState({ links: { slug, projectKey }, sprint }: Props) {
  const board = <ButtonLink href={routes.board(slug, projectKey)}>Open the board</ButtonLink>
  return <EmptyState action={board}>{emptyReportText(sprint)}</EmptyState>
}

function emptyReportText({ state, startedAt, completedAt }: Sprint): string {
  if (state === 'planned') {
    return 'This sprint has not started yet. Its report begins with the tasks that it contains then.'
  }
  return startedAt && (state === 'active' || completedAt)
    ? 'The report of this sprint is being computed. Load the page again in a moment.'
    : 'The start or end of this imported sprint is unknown, so it has no report.'
}
