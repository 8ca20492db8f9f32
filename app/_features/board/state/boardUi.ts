import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { SwimlaneGrouping } from '@/domain/views/swimlanes'
import type { BoardCell } from './boardCell'

/** A drop target: before the `index`-th of the column's other cards. */
export interface CardDropTarget {
  cell: BoardCell
  index: number
}

/** The dragged card. */
export interface CardDrag {
  taskId: Id
  fromStatusId: StatusId
  input: 'pointer' | 'keyboard'
  /** The card's height plus the gap below it, in px. */
  height: number
  target: CardDropTarget | null
}

/** Fields that can be edited in a list that opens on the card. */
export type QuickEditField = 'status' | 'assignees' | 'priority' | 'labels' | 'estimate' | 'dueDate'

/** A menu or list that is open on a card. */
export interface OpenCardPopup {
  taskId: Id
  kind: QuickEditField | 'menu'
  anchor: HTMLElement
}

/** Layout that a column exposes to drags and keyboard navigation. */
export interface ColumnHandle {
  element: HTMLElement
  scroller: HTMLElement
  ids: () => readonly Id[]
  /** Returns the index at a pointer's height, counted without the dragged card. */
  dropIndexAt: (clientY: number) => number
  scrollToIndex: (index: number) => void
}

export interface BoardUiState {
  drag: CardDrag | null
  openPopup: OpenCardPopup | null
  /** The card that Tab reaches. */
  activeCardId: Id | null
  /**
   * A card to focus as soon as it is drawn. With `onlyIfNothingFocused`, it never takes the focus
   * from another element.
   */
  focusRequest: { id: Id; onlyIfNothingFocused: boolean } | null
  /** The column whose form for a new task is open. */
  composingIn: StatusId | null
  collapsed: ReadonlySet<StatusId>
  /** Cards that somebody else has just changed. */
  recentChanges: ReadonlyMap<Id, RecentChange>
}

/** Who made the change. `seq` distinguishes consecutive changes. */
export interface RecentChange {
  personId: Id
  seq: number
}

/** UI state of the board in this window. The server does not know it. */
export class BoardUi {
  state: BoardUiState
  readonly columns = new Map<BoardCell, ColumnHandle>()
  /** What the swimlanes group by; null on a board without swimlanes. */
  swimlaneGrouping: SwimlaneGrouping | null = null
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

  /** True while nothing may move under the pointer: during a drag or while a menu is open. */
  get isFrozen(): boolean {
    return this.state.drag !== null || this.state.openPopup !== null
  }

  update(change: Partial<BoardUiState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of [...this.listeners]) listener()
  }

  /** Sets the drop target. Does nothing when it is unchanged. */
  setDropTarget(target: CardDropTarget | null): void {
    const { drag } = this.state
    if (!drag) return
    const isSame = drag.target?.cell === target?.cell && drag.target?.index === target?.index
    if (!isSame) this.update({ drag: { ...drag, target } })
  }

  /** Focuses a card, now or as soon as it is drawn. */
  focusCard(taskId: Id): void {
    this.update({ activeCardId: taskId, focusRequest: { id: taskId, onlyIfNothingFocused: false } })
  }
}
