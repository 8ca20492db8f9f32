import { RateLimiterMemory } from 'rate-limiter-flexible'
import { ApiError } from '@/server/access/apiError'

const MINUTE = 60

/** Limits of attempts in a period (seconds), counted in the memory of the process. */
function createRateLimits() {
  return {
    /** Wrong passwords for one e-mail from one address. A correct one resets the count. */
    passwordByIpAndEmail: new RateLimiterMemory({ points: 10, duration: 10 * MINUTE }),
    /** Wrong passwords for one e-mail from all addresses. */
    passwordByEmail: new RateLimiterMemory({ points: 100, duration: 60 * MINUTE }),
    /** Attempts with any e-mail from one address, since each costs the server a hash. */
    passwordByIp: new RateLimiterMemory({ points: 1_000, duration: 10 * MINUTE }),
    signUp: new RateLimiterMemory({ points: 100, duration: 60 * MINUTE }),
    signUpByIpAndEmail: new RateLimiterMemory({ points: 10, duration: 10 * MINUTE }),
    /** Workspaces created by one account. */
    createWorkspace: new RateLimiterMemory({ points: 30, duration: 60 * MINUTE }),
    /** Invitation links opened or accepted from one address. */
    invitation: new RateLimiterMemory({ points: 200, duration: 10 * MINUTE }),
  }
}

type RateLimits = ReturnType<typeof createRateLimits>

// Next bundles this module several times in one process. All copies share the counts.
const shared = globalThis as { concordLimits?: RateLimits }

function rateLimits(): RateLimits {
  shared.concordLimits ??= createRateLimits()
  return shared.concordLimits
}

/**
 * Counts one attempt.
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

/** Resets the count of a key. */
export async function resetRateLimit(limit: keyof RateLimits, key: string): Promise<void> {
  await rateLimits()[limit].delete(key)
}
