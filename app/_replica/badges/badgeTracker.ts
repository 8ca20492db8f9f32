import { Emitter } from '@/app/_api/emitter'
import type { Id } from '@/domain/kernel/primitives'
import type { CardBadges } from '@/domain/views/relations'
import type { ProjectStore } from '../store/projectStore'

/**
 * What the cards on screen say of their kin. It is asked for once there are cards and the board
 * follows the log, not before.
 */
export class BadgeTracker {
  readonly changes = new Emitter()
  readonly badges = new Map<Id, CardBadges>()
  /** The cards on screen that show marks, and by how many parts of it. */
  readonly visibleCards = new Map<Id, number>()
  /** Told of each card that comes on screen. */
  readonly cardShown = new Emitter<[Id]>()
  private stopUpdates: Promise<() => void> | null = null

  constructor(readonly store: ProjectStore) {}

  /** A card is on screen, until the function given back is called. */
  show(id: Id): () => void {
    const count = this.visibleCards.get(id) ?? 0
    this.visibleCards.set(id, count + 1)
    this.stopUpdates ??= this.whenLive()
      .then(() => import('./startBadgeUpdates'))
      .then(({ startBadgeUpdates }) => startBadgeUpdates(this))
    if (count === 0) this.cardShown.emit(id)
    return () => this.hide(id)
  }

  /** Settles once the board follows the log: what changes before that cannot be missed. */
  private whenLive(): Promise<void> {
    const { store } = this
    return new Promise((resolve) => {
      const resolveWhenLive = () => {
        if (store.connection.status !== 'live') return
        unsubscribe()
        resolve()
      }
      const unsubscribe = store.changes.subscribe(resolveWhenLive)
      resolveWhenLive()
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
