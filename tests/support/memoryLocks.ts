import type { LeaderLock } from '@/app/_api/queue/leaderLock'
import type { Id } from '@/domain/kernel/primitives'

/** The locks of a browser's windows, like Web Locks. */
export class MemoryLocks {
  private readonly held = new Set<Id>()

  /** Returns the locks of another window. */
  openWindow(): LeaderLock {
    const own: Id[] = []
    return {
      isExclusive: true,
      acquire: async (id) => {
        if (this.held.has(id)) return false
        this.held.add(id)
        own.push(id)
        return true
      },
      release: () => {
        for (const id of own.splice(0)) this.held.delete(id)
      },
    }
  }
}
