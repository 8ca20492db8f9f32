'use client'

import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import type { Comment } from '@/domain/comment/comment'
import type { Conflict } from '@/domain/conflict/conflict'
import type { StoredEvent } from '@/domain/events'
import { isEqual } from '@/domain/kernel/equal'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { Project } from '@/domain/project/project'
import type { Task } from '@/domain/task/task'
import type { BoardFilter, Person } from '@/domain/views/board'
import type { Worklog } from '@/domain/worklog/worklog'
import { EMPTY_LIST } from '../store/pagedList/pagedList'
import { INITIAL_CONNECTION, type ProjectStore } from '../store/projectStore'
import { swimlaneCell } from '../store/replicaState'
import type {
  CardPresence,
  ColumnView,
  CommandDraft,
  Connection,
  CurrentUser,
  PresentPerson,
  RejectionNotice,
  ReplicaCard,
  SentCommand,
} from '../store/types'
import { useProjectStore } from './ProjectProvider'

/**
 * A part of the store; draws again only when it is another one. `same` compares parts that are
 * made anew each time.
 */
export function useStoreSelector<T>(
  select: (store: ProjectStore) => T,
  isEqual: (a: T, b: T) => boolean = Object.is,
): T {
  const store = useProjectStore()
  const last = useRef<{ part: T } | null>(null)
  const snapshot = () => {
    const value = select(store)
    if (!last.current || !isEqual(last.current.part, value)) last.current = { part: value }
    return last.current.part
  }
  return useSyncExternalStore(store.changes.subscribe, snapshot, snapshot)
}

/** Calls back on each occasion, always with the newest function. */
function useStoreEvent<T extends unknown[]>(
  subscribeTo: (store: ProjectStore) => (listener: (...heard: T) => void) => () => void,
  callback: (...heard: T) => void,
): void {
  const store = useProjectStore()
  const latest = useRef(callback)
  useEffect(() => {
    latest.current = callback
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: which occasion never changes
  useEffect(() => subscribeTo(store)((...heard) => latest.current(...heard)), [store])
}

/** The project: name, version, statuses with exact counts, removed ones too. */
export const useProject = (): Project => useStoreSelector((store) => store.optimisticState.project)

/** A column as it is on screen: loaded cards in order, and how many there are in all. */
export function useColumn(statusId: StatusId, swimlaneId: string | null = null): ColumnView {
  return useStoreSelector((store) => {
    if (swimlaneId !== null) {
      const { swimlanes } = store.optimisticState
      const cell = swimlanes?.cells.get(swimlaneCell(swimlaneId, statusId))
      const { ids, count, complete } = cell ?? EMPTY_LIST
      return { ids, count, complete, loading: false }
    }
    const { filtered, columns, project } = store.optimisticState
    const list = (filtered?.columns ?? columns).get(statusId)
    const status = project.statuses.find((each) => each.id === statusId)
    return {
      ids: (list ?? EMPTY_LIST).ids,
      count: (filtered ? list?.count : status?.taskCount) ?? 0,
      complete: list?.complete ?? true,
      loading: store.isLoading(statusId),
    }
  }, isSameColumn)
}

/** Loads the next cards of a column; call it when the end of what is loaded comes near. */
export function useLoadMore(): (statusId: StatusId) => void {
  const store = useProjectStore()
  return useCallback((statusId) => store.loadMore(statusId), [store])
}

/** A card; undefined while it is not loaded. The same object until the card changes. */
export const useCard = (id: Id): ReplicaCard | undefined =>
  useStoreSelector((store) => store.optimisticState.cards.get(id))

/** Whether a card shows something that the server has not confirmed yet. */
export const useIsPending = (id: Id): boolean =>
  useStoreSelector((store) => store.isUnconfirmed(id))

/**
 * A task with its description, comments and worklogs, loaded when first asked for and kept current.
 * `task` is undefined while it loads; `missing` says that there is no such task here.
 */
export function useTask(id: Id): {
  task: Task | undefined
  comments: readonly Comment[]
  worklogs: readonly Worklog[]
  isMissing: boolean
} {
  const store = useProjectStore()
  const isOpened = useStoreSelector((each) => each.optimisticState.comments.has(id))
  useEffect(() => {
    if (!isOpened) void store.openTask(id).catch(() => {})
  }, [store, id, isOpened])
  const card = useCard(id)
  const comments = useStoreSelector((each) => each.optimisticState.comments.get(id) ?? NO_COMMENTS)
  const worklogs = useStoreSelector((each) => each.optimisticState.worklogs.get(id) ?? NO_WORKLOGS)
  const isMissing = useStoreSelector((each) => each.isMissing(id))
  const task = isOpened && card?.description !== undefined ? (card as Task) : undefined
  return { task, comments, worklogs, isMissing }
}

/** Whether the screen is live, and how many commands wait. */
export function useConnection(): Connection {
  const store = useProjectStore()
  // What the server has drawn, also where a part of the page wakes when the store is live already.
  const serverSnapshot = () => INITIAL_CONNECTION
  return useSyncExternalStore(store.changes.subscribe, () => store.connection, serverSnapshot)
}

/** Who else has the board open. */
export const usePresence = (): readonly PresentPerson[] =>
  useStoreSelector((store) => store.presence.people)

/** Who else is dragging or editing this card right now. */
export const useCardPresence = (taskId: Id): CardPresence | undefined =>
  useStoreSelector((store) => store.presence.cardPresence(taskId))

/** Tells the others what this person has in hand; null when they put it down. */
export function useAnnouncePresence(): (
  taskId: Id | null,
  activity?: CardPresence['activity'],
) => void {
  const store = useProjectStore()
  return useCallback((taskId, activity) => store.presence.announce(taskId, activity), [store])
}

/** Queues a command and shows at once what it will come to. */
export function useSend(): (draft: CommandDraft) => SentCommand {
  const store = useProjectStore()
  return useCallback((draft) => store.send(draft), [store])
}

/** Shows only what passes; null shows all. */
export function useSetFilter(): (filter: BoardFilter | null) => void {
  const store = useProjectStore()
  return useCallback((filter) => store.setFilter(filter), [store])
}

/** What this person has yet to decide, oldest first. */
export const useConflicts = (): readonly Conflict[] =>
  useStoreSelector((store) => store.optimisticState.conflicts)

/** Calls back when a command of this window has just lost: the moment to open the conflict. */
export const useOnConflict = (callback: (conflict: Conflict) => void): void =>
  useStoreEvent((store) => store.conflictsFound.subscribe, callback)

/** Calls back when a command came to nothing: the moment for a toast with its retry. */
export const useOnRejection = (callback: (notice: RejectionNotice) => void): void =>
  useStoreEvent((store) => store.rejections.subscribe, callback)

/** Calls back with each batch of confirmed events, whoever made them. */
export const useOnEvents = (callback: (events: readonly StoredEvent[]) => void): void =>
  useStoreEvent((store) => store.events.subscribe, callback)

/** Calls back when the server says that nobody is signed in any more. */
export const useOnSignedOut = (callback: () => void): void =>
  useStoreEvent((store) => store.signedOut.subscribe, callback)

/** Calls back when the server says that this person may not see the project any more. */
export const useOnAccessLost = (callback: () => void): void =>
  useStoreEvent((store) => store.accessLost.subscribe, callback)

/** The person at this screen. */
export const useCurrentUser = (): CurrentUser => useProjectStore().me

/** Somebody by id; undefined until their name has come. */
export const usePerson = (id: Id): Person | undefined =>
  useStoreSelector((store) => store.person(id))

/** Everybody known so far: those who can sign in, and whom the cards name. */
export const usePeople = (): readonly Person[] =>
  useStoreSelector((store) => [...store.people.values()], isEqual)

const NO_COMMENTS: readonly Comment[] = []
const NO_WORKLOGS: readonly Worklog[] = []

function isSameColumn(a: ColumnView, b: ColumnView): boolean {
  const counts = a.count === b.count && a.complete === b.complete
  return a.ids === b.ids && counts && a.loading === b.loading
}
