import { ButtonLink } from '@/app/_ui/ButtonLink'
import { EmptyState } from '@/app/_ui/EmptyState'
import type { SprintState } from '@/domain/sprint/sprint'
import { addresses } from '../../../../_frame/addresses'
import type { ReportPlace } from './Report'

type Props = { place: ReportPlace; state: SprintState }

/** In place of a report that has not begun, or whose first figures are still on their way. */
export function Empty({ place: { slug, projectKey }, state }: Props) {
  const board = <ButtonLink href={addresses.board(slug, projectKey)}>Open the board</ButtonLink>
  return (
    <EmptyState action={board}>
      {state === 'planned'
        ? 'This sprint has not started yet. Its report begins with what is in it at the start.'
        : 'The figures of this sprint are being added up. Load the page again in a moment.'}
    </EmptyState>
  )
}
