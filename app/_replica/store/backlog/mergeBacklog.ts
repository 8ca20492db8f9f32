import type { BacklogData, BacklogSectionId, BacklogSectionPage } from '@/domain/views/backlog'
import type { BoardFilter } from '@/domain/views/board'
import type { ApplyOptions } from '../applyEvents'
import { type EventsSince, mergeFetched } from '../mergeFetched'
import type { ReplicaState } from '../replicaState'
import { ReplicaStateDraft } from '../replicaStateDraft'
import { backlogStateFrom } from './backlogState'

/** Takes in the sections: for the first time, or their sums again. Null: too old, ask again. */
export function mergeBacklog(
  board: ReplicaState,
  { data, filter }: { data: BacklogData; filter: BoardFilter | null },
  eventsSince: EventsSince,
  options: ApplyOptions,
): ReplicaState | null {
  const later = data.seq < board.seq ? eventsSince(data.seq) : []
  if (!later || later.some(changesSections)) return null
  const loaded = board.backlog?.filter === filter ? board.backlog : null
  const base = { ...board, backlog: backlogStateFrom(data, filter, board.project, loaded) }
  const cards = data.sections.flatMap((section) => section.cards)
  return mergeFetched(
    new ReplicaStateDraft(base),
    base,
    { seq: data.seq, cards },
    eventsSince,
    options,
  )
}

/** Takes in the next tasks of a section. Null: too old, fetch them again. */
export function mergeSectionPage(
  board: ReplicaState,
  page: BacklogSectionPage & { section: BacklogSectionId },
  eventsSince: EventsSince,
  options: ApplyOptions,
): ReplicaState | null {
  const later = page.seq < board.seq ? eventsSince(page.seq) : []
  if (!later || later.some(changesSections)) return null
  const draft = new ReplicaStateDraft(board)
  const last = page.cards.at(-1)
  const until = last ? { rank: last.backlogRank, number: last.number } : null
  draft.backlog?.extendSection(page.section, until, page.complete)
  return mergeFetched(draft, board, page, eventsSince, options)
}

/** After such an event a section holds something else, without its tasks having changed. */
const changesSections = ({ type }: { type: string }) =>
  ['status.edited', 'sprint.completed', 'sprint.reopened', 'sprint.restored'].includes(type)
