'use client'

import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import type { BoardFilter, Person } from '@/domain/board'
import type { Comment } from '@/domain/comment/comment'
import type { Conflict } from '@/domain/conflict/conflict'
import { equal } from '@/domain/equal'
import type { LoggedEvent } from '@/domain/events'
import type { Project } from '@/domain/project/project'
import type { Task } from '@/domain/task/task'
import type { Id, StatusId } from '@/domain/words'
import type { Worklog } from '@/domain/worklog/worklog'
import { CATCHING_UP, type ProjectStore } from '../store/projectStore'
import type {
  Column,
  Connection,
  Draft,
  Holding,
  KnownCard,
  Me,
  Notice,
  Present,
  Sent,
} from '../store/types'
import { useStore } from './ProjectProvider'

/**
 * A part of the store; draws again only when it is another one. `same` compares parts that are
 * made anew each time.
 */
export function usePart<T>(
  read: (store: ProjectStore) => T,
  same: (a: T, b: T) => boolean = Object.is,
): T {
  const store = useStore()
  const last = useRef<{ part: T } | null>(null)
  const snapshot = () => {
    const part = read(store)
    if (!last.current || !same(last.current.part, part)) last.current = { part }
    return last.current.part
  }
  return useSyncExternalStore(store.changes.add, snapshot, snapshot)
}

/** Calls back on each occasion, always with the newest function. */
function useOccasion<T extends unknown[]>(
  listen: (store: ProjectStore) => (listener: (...heard: T) => void) => () => void,
  then: (...heard: T) => void,
): void {
  const store = useStore()
  const newest = useRef(then)
  useEffect(() => {
    newest.current = then
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: which occasion never changes
  useEffect(() => listen(store)((...heard) => newest.current(...heard)), [store])
}

/** The project: name, version, statuses with exact counts, removed ones too. */
export const useProject = (): Project => usePart((store) => store.screen.project)

/** A column as it is on screen: loaded cards in order, and how many there are in all. */
export function useColumn(statusId: StatusId, lane: string | null = null): Column {
  return usePart((store) => {
    if (lane !== null) {
      const inLane = store.screen.lanes?.all.get(lane)?.windows.get(statusId)
      const { ids, count, complete } = inLane ?? { ids: NONE, count: 0, complete: true }
      return { ids, count, complete, loading: false }
    }
    const { filtered, windows, project } = store.screen
    const window = (filtered?.windows ?? windows).get(statusId)
    const status = project.statuses.find((each) => each.id === statusId)
    return {
      ids: window?.ids ?? NONE,
      count: (filtered ? window?.count : status?.taskCount) ?? 0,
      complete: window?.complete ?? true,
      loading: store.isLoading(statusId),
    }
  }, sameColumn)
}

/** Loads the next cards of a column; call it when the end of what is loaded comes near. */
export function useLoadMore(): (statusId: StatusId) => void {
  const store = useStore()
  return useCallback((statusId) => store.loadMore(statusId), [store])
}

/** A card; undefined while it is not loaded. The same object until the card changes. */
export const useCard = (id: Id): KnownCard | undefined =>
  usePart((store) => store.screen.cards.get(id))

/** Whether a card shows something that the server has not confirmed yet. */
export const useIsPending = (id: Id): boolean => usePart((store) => store.isUnconfirmed(id))

/**
 * A task with its description, comments and worklogs, loaded when first asked for and kept current.
 * `task` is undefined while it loads; `missing` says that there is no such task here.
 */
export function useTask(id: Id): {
  task: Task | undefined
  comments: readonly Comment[]
  worklogs: readonly Worklog[]
  missing: boolean
} {
  const store = useStore()
  const opened = usePart((each) => each.screen.comments.has(id))
  useEffect(() => {
    if (!opened) void store.openTask(id).catch(() => {})
  }, [store, id, opened])
  const card = useCard(id)
  const comments = usePart((each) => each.screen.comments.get(id) ?? NO_COMMENTS)
  const worklogs = usePart((each) => each.screen.worklogs.get(id) ?? NO_WORKLOGS)
  const missing = usePart((each) => each.isMissing(id))
  const task = opened && card?.description !== undefined ? (card as Task) : undefined
  return { task, comments, worklogs, missing }
}

/** Whether the screen is live, and how many commands wait. */
export function useConnection(): Connection {
  const store = useStore()
  // What the server has drawn, also where a part of the page wakes when the store is live already.
  const drawn = () => CATCHING_UP
  return useSyncExternalStore(store.changes.add, () => store.connection, drawn)
}

/** Who else has the board open. */
export const usePresence = (): readonly Present[] => usePart((store) => store.presence.people)

/** Who else is dragging or editing this card right now. */
export const useHolding = (taskId: Id): Holding | undefined =>
  usePart((store) => store.presence.holding(taskId))

/** Tells the others what this person has in hand; null when they put it down. */
export function useHold(): (taskId: Id | null, as?: Holding['as']) => void {
  const store = useStore()
  return useCallback((taskId, as) => store.presence.hold(taskId, as), [store])
}

/** Queues a command and shows at once what it will come to. */
export function useSend(): (draft: Draft) => Sent {
  const store = useStore()
  return useCallback((draft) => store.send(draft), [store])
}

/** Shows only what passes; null shows all. */
export function useSetFilter(): (filter: BoardFilter | null) => void {
  const store = useStore()
  return useCallback((filter) => store.setFilter(filter), [store])
}

/** What this person has yet to decide, oldest first. */
export const useConflicts = (): readonly Conflict[] => usePart((store) => store.screen.conflicts)

/** Calls back when a command of this window has just lost: the moment to open the conflict. */
export const useOnConflict = (then: (conflict: Conflict) => void): void =>
  useOccasion((store) => store.conflictsFound.add, then)

/** Calls back when a command came to nothing: the moment for a toast with its retry. */
export const useOnNotice = (then: (notice: Notice) => void): void =>
  useOccasion((store) => store.notices.add, then)

/** Calls back with each batch of confirmed events, whoever made them. */
export const useOnEvents = (then: (events: readonly LoggedEvent[]) => void): void =>
  useOccasion((store) => store.events.add, then)

/** Calls back when the server says that nobody is signed in any more. */
export const useOnSignedOut = (then: () => void): void =>
  useOccasion((store) => store.signedOut.add, then)

/** Calls back when the server says that this person may not see the project any more. */
export const useOnShutOut = (then: () => void): void =>
  useOccasion((store) => store.shutOut.add, then)

/** The person at this screen. */
export const useMe = (): Me => useStore().me

/** Somebody by id; undefined until their name has come. */
export const usePerson = (id: Id): Person | undefined => usePart((store) => store.person(id))

/** Everybody known so far: those who can sign in, and whom the cards name. */
export const usePeople = (): readonly Person[] =>
  usePart((store) => [...store.people.values()], equal)

const NONE: readonly Id[] = []
const NO_COMMENTS: readonly Comment[] = []
const NO_WORKLOGS: readonly Worklog[] = []

function sameColumn(a: Column, b: Column): boolean {
  const counts = a.count === b.count && a.complete === b.complete
  return a.ids === b.ids && counts && a.loading === b.loading
}
