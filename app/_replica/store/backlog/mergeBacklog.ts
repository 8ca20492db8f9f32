import type { BacklogData } from '@/domain/views/backlog'
import type { BoardFilter } from '@/domain/views/board'
import { type MergeContext, mergeIntoLists } from '../mergeFetched'
import type { ReplicaState } from '../replicaState'
import { ReplicaStateDraft } from '../replicaStateDraft'
import { backlogStateFrom } from './backlogState'

/** Takes in the sections: for the first time, or their sums again. Null: too old, ask again. */
export function mergeBacklog(
  board: ReplicaState,
  { data, filter }: { data: BacklogData; filter: BoardFilter | null },
  context: MergeContext,
): ReplicaState | null {
  const loaded = board.backlog?.filter === filter ? board.backlog : null
  const backlog = backlogStateFrom(data, filter, board.project, loaded)
  const draft = new ReplicaStateDraft({ ...board, backlog })
  const lists = draft.listsOf('backlog')
  if (context.eventsSince(data.seq)?.some((event) => lists?.kind.changesLists?.(event))) return null
  const cards = data.sections.flatMap((section) => section.cards)
  const keys = backlog.sections.keys()
  return mergeIntoLists(draft, lists, keys, { seq: data.seq, cards }, context)
}
