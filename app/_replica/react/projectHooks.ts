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
import type {
  BaseVersion,
  CardPresence,
  ColumnView,
  CommandDraft,
  Connection,
  CurrentUser,
  PresentPerson,
  RejectionNotice,
  ReplicaCard,
  SentCommand,
} from '../replicaTypes'
import { EMPTY_LIST } from '../store/pagedList/pagedList'
import { INITIAL_CONNECTION, type ProjectStore } from '../store/projectStore'
import { swimlaneCell } from '../store/replicaState'
import { useProjectStore } from './ProjectProvider'

/**
 * Returns a part of the store and renders again only when it changes. `same` compares parts that
 * are new objects each time.
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

/** Calls the latest callback on each event of the store. */
function useStoreEvent<T extends unknown[]>(
  subscribeTo: (store: ProjectStore) => (listener: (...args: T) => void) => () => void,
  callback: (...args: T) => void,
): void {
  const store = useProjectStore()
  const latest = useRef(callback)
  useEffect(() => {
    latest.current = callback
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: which occasion never changes
  useEffect(() => subscribeTo(store)((...args) => latest.current(...args)), [store])
}

/** Returns the project: name, version, statuses with exact counts, including removed ones. */
export const useProject = (): Project => useStoreSelector((store) => store.optimisticState.project)

/** Returns a column as displayed: its loaded cards in order and its total count. */
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

/**
 * Returns a function that loads the next cards of a column. Call it near the end of the loaded
 * part.
 */
export function useLoadMore(): (statusId: StatusId) => void {
  const store = useProjectStore()
  return useCallback((statusId) => store.loadMore(statusId), [store])
}

/**
 * Returns a card; undefined while it is not loaded. Returns the same object until the card changes.
 */
export const useCard = (id: Id): ReplicaCard | undefined =>
  useStoreSelector((store) => store.optimisticState.cards.get(id))

/** Returns true when a card shows changes that the server has not confirmed yet. */
export const useIsPending = (id: Id): boolean =>
  useStoreSelector((store) => store.isUnconfirmed(id))

/**
 * Returns the base version for an edit of a task, or of the project for null, that starts from what
 * is on screen.
 */
export const useConfirmedVersion = (taskId: Id | null): BaseVersion =>
  useStoreSelector((store) => store.confirmedVersion(taskId))

/**
 * Returns a task with its description, comments and worklogs, loaded on first use and kept current.
 * `task` is undefined while it loads; `isMissing` is true when the project has no such task.
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

/** Returns the connection status and the number of pending commands. */
export function useConnection(): Connection {
  const store = useProjectStore()
  // The state that the server rendered, also for components that hydrate when the store is live
  // already.
  const serverSnapshot = () => INITIAL_CONNECTION
  return useSyncExternalStore(store.changes.subscribe, () => store.connection, serverSnapshot)
}

/** Returns the other people who have the board open. */
export const usePresence = (): readonly PresentPerson[] =>
  useStoreSelector((store) => store.presence.people)

/** Returns who else drags or edits this card now. */
export const useCardPresence = (taskId: Id): CardPresence | undefined =>
  useStoreSelector((store) => store.presence.cardPresence(taskId))

/** Returns a function that announces the card that this person drags or edits; null ends it. */
export function useAnnouncePresence(): (
  taskId: Id | null,
  activity?: CardPresence['activity'],
) => void {
  const store = useProjectStore()
  return useCallback((taskId, activity) => store.presence.announce(taskId, activity), [store])
}

/** Returns a function that queues a command and shows its predicted result at once. */
export function useSend(): (draft: CommandDraft) => SentCommand {
  const store = useProjectStore()
  return useCallback((draft) => store.send(draft), [store])
}

/** Returns a function that filters the board; null shows all tasks. */
export function useSetFilter(): (filter: BoardFilter | null) => void {
  const store = useProjectStore()
  return useCallback((filter) => store.setFilter(filter), [store])
}

/** Returns this person's open conflicts, the oldest first. */
export const useConflicts = (): readonly Conflict[] =>
  useStoreSelector((store) => store.optimisticState.conflicts)

/** Calls back when a command of this window raised a conflict, so that it can be opened. */
export const useOnConflict = (callback: (conflict: Conflict) => void): void =>
  useStoreEvent((store) => store.conflictsFound.subscribe, callback)

/** Calls back when a command was rejected, so that a toast can offer a retry. */
export const useOnRejection = (callback: (notice: RejectionNotice) => void): void =>
  useStoreEvent((store) => store.rejections.subscribe, callback)

/** Calls back with each batch of confirmed events, whoever caused them. */
export const useOnEvents = (callback: (events: readonly StoredEvent[]) => void): void =>
  useStoreEvent((store) => store.events.subscribe, callback)

/** Calls back when the replica has started over, so that some events were skipped. */
export const useOnReset = (callback: () => void): void =>
  useStoreEvent((store) => store.resets.subscribe, callback)

/** Calls back when the session has ended. */
export const useOnSignedOut = (callback: () => void): void =>
  useStoreEvent((store) => store.signedOut.subscribe, callback)

/** Calls back when this person has lost access to the project. */
export const useOnAccessLost = (callback: () => void): void =>
  useStoreEvent((store) => store.accessLost.subscribe, callback)

/** Returns the person who uses this screen. */
export const useCurrentUser = (): CurrentUser => useProjectStore().me

/** Returns a person by id; undefined until their name is loaded. */
export const usePerson = (id: Id): Person | undefined =>
  useStoreSelector((store) => store.person(id))

/** Returns all people known so far: the members, and the people whom cards name. */
export const usePeople = (): readonly Person[] =>
  useStoreSelector((store) => [...store.people.values()], isEqual)

const NO_COMMENTS: readonly Comment[] = []
const NO_WORKLOGS: readonly Worklog[] = []

function isSameColumn(a: ColumnView, b: ColumnView): boolean {
  const counts = a.count === b.count && a.complete === b.complete
  return a.ids === b.ids && counts && a.loading === b.loading
}
