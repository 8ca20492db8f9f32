import {
  addContribution,
  type BacklogData,
  type BacklogSectionId,
  EMPTY_SECTION_TOTALS,
  sectionsOf,
} from '@/domain/views/backlog'
import type { BoardFilter } from '@/domain/views/board'
import { type MergeContext, mergeIntoLists } from '../mergeFetched'
import { EMPTY_LIST, listUntil, type PagedList, recountLists } from '../pagedList/pagedList'
import type { ReplicaState } from '../replicaState'
import { ReplicaStateDraft } from '../replicaStateDraft'
import { BacklogState, type CountDelta } from './backlogState'

/**
 * Merges the sections: at first, or only their new sums. Returns null when the data is too old and
 * has to be fetched again.
 */
export function mergeBacklog(
  board: ReplicaState,
  { data, filter }: { data: BacklogData; filter: BoardFilter | null },
  context: MergeContext,
): ReplicaState | null {
  const loaded = board.backlog?.filter === filter ? board.backlog : null
  const backlog = backlogStateFrom(data, filter, board, loaded)
  const draft = new ReplicaStateDraft({ ...board, backlog })
  const lists = draft.listsOf('backlog')
  if (context.eventsSince(data.seq)?.some((event) => lists?.kind.changesLists?.(event))) return null
  const cards = data.sections.flatMap((section) => section.cards)
  const keys = backlog.sections.keys()
  return mergeIntoLists(draft, lists, keys, { seq: data.seq, cards }, context)
}

/**
 * Returns the state for the server's response: its sums, updated by later events. Loaded sections
 * stay loaded; the tasks of new ones follow.
 */
function backlogStateFrom(
  data: BacklogData,
  filter: BoardFilter | null,
  { seq, project }: ReplicaState,
  loaded: BacklogState | null,
): BacklogState {
  const fetchedSections = new Map(data.sections.map((section) => [section.id, section]))
  const ids = sectionsOf(project)
  const sections = recountLists(
    loaded?.sections,
    ids.map((id): [BacklogSectionId, PagedList] => {
      const section = fetchedSections.get(id)
      if (!section) return [id, EMPTY_LIST]
      const { cards, complete, count } = section
      const last = cards.at(-1)
      const until = last ? { rank: last.backlogRank, number: last.number } : null
      return [id, listUntil(until, complete, count)]
    }),
  )
  const countDeltas = countDeltasSince(data.seq, loaded, seq)
  const sums = new Map(
    ids.map((id) => [id, fetchedSections.get(id)?.totals ?? EMPTY_SECTION_TOTALS]),
  )
  for (const { contribution, sign } of countDeltas.flatMap((each) => each.contributions ?? [])) {
    const known = sums.get(contribution.section)
    if (known) sums.set(contribution.section, addContribution(known, contribution, sign))
  }
  return new BacklogState({ filter, sections, sums, countDeltas })
}

/**
 * Returns the changes of sums after a position. When nothing recorded them, because the backlog was
 * not loaded, they are one unknown change and the server has to count again.
 */
function countDeltasSince(
  since: number,
  loaded: BacklogState | null,
  currentSeq: number,
): readonly CountDelta[] {
  if (loaded) return loaded.countDeltas.filter((each) => each.seq > since)
  return since < currentSeq ? [{ seq: currentSeq, contributions: null }] : []
}
