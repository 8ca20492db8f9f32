import { Emitter } from '@/app/_api/emitter'
import type { Id } from '@/domain/kernel/primitives'
import type { CardBadges } from '@/domain/views/relations'
import { isUpToDate } from '../replicaTypes'
import type { ProjectStore } from '../store/projectStore'

/**
 * The badges of the cards on screen. They are fetched when there are cards and the replica is up to
 * date, not before.
 */
export class BadgeTracker {
  readonly changes = new Emitter()
  readonly badges = new Map<Id, CardBadges>()
  /** The number of components that show badges of a card, by card id. */
  readonly visibleCards = new Map<Id, number>()
  /** Emits each card that appears on screen. */
  readonly cardShown = new Emitter<[Id]>()
  private stopUpdates: Promise<() => void> | null = null

  constructor(readonly store: ProjectStore) {}

  /** Registers a card on screen. Returns a function that removes it. */
  show(id: Id): () => void {
    const count = this.visibleCards.get(id) ?? 0
    this.visibleCards.set(id, count + 1)
    this.stopUpdates ??= this.whenUpToDate()
      .then(() => import('./startBadgeUpdates'))
      .then(({ startBadgeUpdates }) => startBadgeUpdates(this))
    if (count === 0) this.cardShown.emit(id)
    return () => this.hide(id)
  }

  /**
   * Resolves when the replica is up to date. Later changes arrive as events or make it start over,
   * so none is missed.
   */
  private whenUpToDate(): Promise<void> {
    const { store } = this
    return new Promise((resolve) => {
      const resolveWhenUpToDate = () => {
        if (!isUpToDate(store.connection.status)) return
        unsubscribe()
        resolve()
      }
      const unsubscribe = store.changes.subscribe(resolveWhenUpToDate)
      resolveWhenUpToDate()
    })
  }

  private hide(id: Id): void {
    const remaining = (this.visibleCards.get(id) ?? 1) - 1
    if (remaining > 0) this.visibleCards.set(id, remaining)
    else this.visibleCards.delete(id)
    if (this.visibleCards.size > 0) return
    void this.stopUpdates?.then((stop) => stop())
    this.stopUpdates = null
  }
}
