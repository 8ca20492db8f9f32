import { RateLimiterMemory } from 'rate-limiter-flexible'
import { Problem } from '@/server/access/problem'

const MINUTE = 60

/** Tries in a time, counted in the process's memory. */
function newLimits() {
  return {
    /** Wrong passwords for one e-mail from one address; a right one clears them. */
    signIn: new RateLimiterMemory({ points: 10, duration: 10 * MINUTE }),
    /** Wrong passwords for one e-mail from everywhere. */
    signInAnywhere: new RateLimiterMemory({ points: 100, duration: 60 * MINUTE }),
    /** Tries with whatever e-mails from one address: each costs the server a hash. */
    signInAddress: new RateLimiterMemory({ points: 1_000, duration: 10 * MINUTE }),
    signUp: new RateLimiterMemory({ points: 100, duration: 60 * MINUTE }),
    signUpEmail: new RateLimiterMemory({ points: 10, duration: 10 * MINUTE }),
    /** Workspaces that one account makes. */
    workspace: new RateLimiterMemory({ points: 30, duration: 60 * MINUTE }),
    /** Links opened or accepted from one address. */
    invitation: new RateLimiterMemory({ points: 200, duration: 10 * MINUTE }),
  }
}

type Limits = ReturnType<typeof newLimits>

// Next bundles this module several times in one process; they all count together.
const shared = globalThis as { concordLimits?: Limits }

function limits(): Limits {
  shared.concordLimits ??= newLimits()
  return shared.concordLimits
}

/**
 * Counts one try.
 * @throws Problem (too-many) with the minutes to wait, when there were too many
 */
export async function countTry(limit: keyof Limits, key: string): Promise<void> {
  try {
    await limits()[limit].consume(key)
  } catch (answer) {
    if (answer instanceof Error) throw answer
    const minutes = Math.ceil((answer as { msBeforeNext: number }).msBeforeNext / 60_000)
    const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`
    throw new Problem('too-many', `Too many tries. Wait ${wait}, then try again.`)
  }
}

/** Forgets the tries of a key. */
export async function forgetTries(limit: keyof Limits, key: string): Promise<void> {
  await limits()[limit].delete(key)
}
