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
    return 'This sprint has not started yet. Its report begins with what is in it at the start.'
  }
  return startedAt && (state === 'active' || completedAt)
    ? 'The figures of this sprint are being added up. Load the page again in a moment.'
    : 'Where this sprint comes from, nothing says when it started or ended, so it has no report.'
}
