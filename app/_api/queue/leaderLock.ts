import type { Id } from '@/domain/kernel/primitives'

/** Lets only one window at a time send the commands of a `clientId`. */
export interface LeaderLock {
  /**
   * False when `acquire` does not exclude other windows. Then a window must not use an id that
   * another window may have.
   */
  readonly isExclusive: boolean
  /** Resolves to true when this window now holds the lock of the id. */
  acquire(clientId: Id): Promise<boolean>
  /** Releases all locks, as closing the window does. */
  release(): void
}

/** Web Locks are held until the window ends, however it ends. */
export class WebLeaderLock implements LeaderLock {
  readonly isExclusive = true
  private readonly releaseCallbacks: (() => void)[] = []

  acquire(clientId: Id): Promise<boolean> {
    return new Promise((resolve) => {
      const hold = (lock: Lock | null) => {
        resolve(lock !== null)
        return lock
          ? new Promise<void>((release) => this.releaseCallbacks.push(release))
          : undefined
      }
      navigator.locks
        .request(`concord-client-${clientId}`, { ifAvailable: true }, hold)
        .catch(() => resolve(false))
    })
  }

  release(): void {
    for (const release of this.releaseCallbacks.splice(0)) release()
  }
}

/**
 * For browsers without Web Locks (a page without TLS on another host): every lock succeeds. Two
 * windows that send the same command do no harm, because a repeated command changes nothing.
 */
export class NoLeaderLock implements LeaderLock {
  readonly isExclusive = false

  async acquire(): Promise<boolean> {
    return true
  }

  release(): void {}
}

/** Returns the locks that this browser supports. */
export function createLeaderLock(): LeaderLock {
  return 'locks' in navigator ? new WebLeaderLock() : new NoLeaderLock()
}
