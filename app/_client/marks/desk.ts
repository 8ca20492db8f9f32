import type { Mark } from '@/domain/relations'
import type { Id } from '@/domain/words'
import { Listeners } from '../store/listeners'
import type { ProjectStore } from '../store/projectStore'

/**
 * What the cards on screen say of their kin. It is asked for once there are cards and the board
 * follows the log, not before.
 */
export class MarkDesk {
  readonly changes = new Listeners()
  readonly marks = new Map<Id, Mark>()
  /** The cards on screen that show marks, and by how many parts of it. */
  readonly shown = new Map<Id, number>()
  /** Told of each card that comes on screen. */
  readonly wanted = new Listeners<[Id]>()
  private stop: Promise<() => void> | null = null

  constructor(readonly store: ProjectStore) {}

  /** A card is on screen, until the function given back is called. */
  show(id: Id): () => void {
    const count = this.shown.get(id) ?? 0
    this.shown.set(id, count + 1)
    this.stop ??= this.live()
      .then(() => import('./keepMarks'))
      .then(({ keepMarks }) => keepMarks(this))
    if (count === 0) this.wanted.tell(id)
    return () => this.hide(id)
  }

  /** Settles once the board follows the log: what changes before that cannot be missed. */
  private live(): Promise<void> {
    const { store } = this
    return new Promise((resolve) => {
      const look = () => {
        if (store.connection.status !== 'live') return
        forget()
        resolve()
      }
      const forget = store.changes.add(look)
      look()
    })
  }

  private hide(id: Id): void {
    const left = (this.shown.get(id) ?? 1) - 1
    if (left > 0) this.shown.set(id, left)
    else this.shown.delete(id)
    if (this.shown.size > 0) return
    void this.stop?.then((stop) => stop())
    this.stop = null
  }
}
