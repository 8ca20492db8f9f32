import type { Id } from '@/domain/kernel/primitives'

/** Decides which window may send whose commands: one window at a time for each `clientId`. */
export interface LeaderLock {
  /** True when this window now speaks for the id, and no other open window does. */
  acquire(clientId: Id): Promise<boolean>
  /** Gives up everything, as closing the window does. */
  release(): void
}

/** Web Locks are held for as long as the window lives, and end with it however it ends. */
export class WebLeaderLock implements LeaderLock {
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
 * Where there are no locks (a page without TLS on another host), a window speaks for whatever it
 * finds. Two that send the same command do no harm: a repeat changes nothing.
 */
export class NoLeaderLock implements LeaderLock {
  async acquire(): Promise<boolean> {
    return true
  }

  release(): void {}
}

/** The claims that this browser has. */
export function createLeaderLock(): LeaderLock {
  return 'locks' in navigator ? new WebLeaderLock() : new NoLeaderLock()
}
