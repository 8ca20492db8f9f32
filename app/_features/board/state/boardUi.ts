import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { BoardCell } from './boardCell'

/** Where a held card would go: before the `index`-th of the column's other cards. */
export interface CardDropTarget {
  cell: BoardCell
  index: number
}

/** The card in hand. */
export interface CardDrag {
  taskId: Id
  fromStatusId: StatusId
  input: 'pointer' | 'keyboard'
  /** The card's height and the gap under it, in px. */
  height: number
  target: CardDropTarget | null
}

/** What can be asked about a card in a list that opens on it. */
export type QuickEditField = 'status' | 'assignees' | 'priority' | 'labels' | 'estimate' | 'dueDate'

/** A menu or list that is open on a card. */
export interface OpenCardPopup {
  taskId: Id
  kind: QuickEditField | 'menu'
  anchor: HTMLElement
}

/** What a column tells of itself to whoever drags or walks over it. */
export interface ColumnHandle {
  element: HTMLElement
  scroller: HTMLElement
  ids: () => readonly Id[]
  /** The place that a pointer at this height means, in the column without the held card. */
  dropIndexAt: (clientY: number) => number
  scrollToIndex: (index: number) => void
}

export interface BoardUiState {
  drag: CardDrag | null
  openPopup: OpenCardPopup | null
  /** The card that Tab comes to. */
  activeCardId: Id | null
  /** A card that takes the focus as soon as it is drawn; `gently`: only when nothing else has it. */
  focusRequest: { id: Id; onlyIfNothingFocused: boolean } | null
  /** The column in which a task is being written. */
  composingIn: StatusId | null
  collapsed: ReadonlySet<StatusId>
  /** Cards that somebody else has just changed. */
  recentChanges: ReadonlyMap<Id, RecentChange>
}

/** Whose change it was; `seq` tells one change from the next. */
export interface RecentChange {
  personId: Id
  seq: number
}

/** What this window is doing with the board; nothing of it is known to the server. */
export class BoardUi {
  state: BoardUiState
  readonly columns = new Map<BoardCell, ColumnHandle>()
  /** What a card's field becomes in another row, where the board stands in rows. */
  moveToSwimlane: ((taskId: Id, swimlaneId: string) => void) | null = null
  private readonly listeners = new Set<() => void>()

  constructor(collapsed: readonly StatusId[] = []) {
    this.state = {
      drag: null,
      openPopup: null,
      activeCardId: null,
      focusRequest: null,
      composingIn: null,
      collapsed: new Set(collapsed),
      recentChanges: new Map(),
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Nothing may move under the pointer: a card is held, or a menu is open. */
  get isFrozen(): boolean {
    return this.state.drag !== null || this.state.openPopup !== null
  }

  update(change: Partial<BoardUiState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of [...this.listeners]) listener()
  }

  /** Turns the hand to a place; does nothing when it points there already. */
  setDropTarget(target: CardDropTarget | null): void {
    const { drag } = this.state
    if (!drag) return
    const isSame = drag.target?.cell === target?.cell && drag.target?.index === target?.index
    if (!isSame) this.update({ drag: { ...drag, target } })
  }

  /** Puts the focus on a card, now or when it is drawn. */
  focusCard(taskId: Id): void {
    this.update({ activeCardId: taskId, focusRequest: { id: taskId, onlyIfNothingFocused: false } })
  }
}
