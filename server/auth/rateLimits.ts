import { RateLimiterMemory } from 'rate-limiter-flexible'
import { ApiError } from '@/server/access/apiError'

const MINUTE = 60

/** Tries in a time, counted in the process's memory. */
function createRateLimits() {
  return {
    /** Wrong passwords for one e-mail from one address; a right one clears them. */
    passwordByIpAndEmail: new RateLimiterMemory({ points: 10, duration: 10 * MINUTE }),
    /** Wrong passwords for one e-mail from everywhere. */
    passwordByEmail: new RateLimiterMemory({ points: 100, duration: 60 * MINUTE }),
    /** Tries with whatever e-mails from one address: each costs the server a hash. */
    passwordByIp: new RateLimiterMemory({ points: 1_000, duration: 10 * MINUTE }),
    signUp: new RateLimiterMemory({ points: 100, duration: 60 * MINUTE }),
    signUpByIpAndEmail: new RateLimiterMemory({ points: 10, duration: 10 * MINUTE }),
    /** Workspaces that one account makes. */
    createWorkspace: new RateLimiterMemory({ points: 30, duration: 60 * MINUTE }),
    /** Links opened or accepted from one address. */
    invitation: new RateLimiterMemory({ points: 200, duration: 10 * MINUTE }),
  }
}

type RateLimits = ReturnType<typeof createRateLimits>

// Next bundles this module several times in one process; they all count together.
const shared = globalThis as { concordLimits?: RateLimits }

function rateLimits(): RateLimits {
  shared.concordLimits ??= createRateLimits()
  return shared.concordLimits
}

/**
 * Counts one try.
 * @throws ApiError (rate-limited) with the minutes to wait, when there were too many
 */
export async function consumeRateLimit(limit: keyof RateLimits, key: string): Promise<void> {
  try {
    await rateLimits()[limit].consume(key)
  } catch (rejection) {
    if (rejection instanceof Error) throw rejection
    const minutes = Math.ceil((rejection as { msBeforeNext: number }).msBeforeNext / 60_000)
    const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`
    throw new ApiError('rate-limited', `Too many tries. Wait ${wait}, then try again.`)
  }
}

/** Forgets the tries of a key. */
export async function resetRateLimit(limit: keyof RateLimits, key: string): Promise<void> {
  await rateLimits()[limit].delete(key)
}
