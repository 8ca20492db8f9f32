import type { Id, StatusId } from '@/domain/words'
import type { Cell } from './cell'

/** Where a held card would go: before the `index`-th of the column's other cards. */
export interface Aim {
  cell: Cell
  index: number
}

/** The card in hand. */
export interface Hand {
  taskId: Id
  from: StatusId
  by: 'pointer' | 'keys'
  /** The card's height and the gap under it, in px. */
  size: number
  aim: Aim | null
}

/** What can be asked about a card in a list that opens on it. */
export type Field = 'status' | 'assignees' | 'priority' | 'labels' | 'estimate' | 'dueDate'

/** A menu or list that is open on a card. */
export interface Asking {
  taskId: Id
  what: Field | 'menu'
  anchor: HTMLElement
}

/** What a column tells of itself to whoever drags or walks over it. */
export interface ColumnHandle {
  element: HTMLElement
  scroller: HTMLElement
  ids: () => readonly Id[]
  /** The place that a pointer at this height means, in the column without the held card. */
  indexAt: (clientY: number) => number
  scrollTo: (index: number) => void
}

export interface DeskState {
  hand: Hand | null
  asking: Asking | null
  /** The card that Tab comes to. */
  active: Id | null
  /** A card that takes the focus as soon as it is drawn; `gently`: only when nothing else has it. */
  wanted: { id: Id; gently: boolean } | null
  /** The column in which a task is being written. */
  composing: StatusId | null
  collapsed: ReadonlySet<StatusId>
  /** Cards that somebody else has just changed. */
  arrivals: ReadonlyMap<Id, Arrived>
}

/** Whose change it was; `seq` tells one change from the next. */
export interface Arrived {
  by: Id
  seq: number
}

/** What this window is doing with the board; nothing of it is known to the server. */
export class Desk {
  state: DeskState
  readonly columns = new Map<Cell, ColumnHandle>()
  /** What a card's field becomes in another row, where the board stands in rows. */
  enterLane: ((taskId: Id, lane: string) => void) | null = null
  private readonly listeners = new Set<() => void>()

  constructor(collapsed: readonly StatusId[] = []) {
    this.state = {
      hand: null,
      asking: null,
      active: null,
      wanted: null,
      composing: null,
      collapsed: new Set(collapsed),
      arrivals: new Map(),
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Nothing may move under the pointer: a card is held, or a menu is open. */
  get still(): boolean {
    return this.state.hand !== null || this.state.asking !== null
  }

  set(change: Partial<DeskState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of [...this.listeners]) listener()
  }

  /** Turns the hand to a place; does nothing when it points there already. */
  aim(aim: Aim | null): void {
    const { hand } = this.state
    if (!hand) return
    const same = hand.aim?.cell === aim?.cell && hand.aim?.index === aim?.index
    if (!same) this.set({ hand: { ...hand, aim } })
  }

  /** Puts the focus on a card, now or when it is drawn. */
  focus(taskId: Id): void {
    this.set({ active: taskId, wanted: { id: taskId, gently: false } })
  }
}
