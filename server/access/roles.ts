import type { Role } from '@/domain/words'
import { Problem } from './problem'

/**
 * Lets those through who have at least this role.
 * @throws Problem (forbidden) for all others
 */
export function mustBe(role: Role, least: 'member' | 'admin'): void {
  if (role === 'admin' || role === least) return
  throw new Problem(
    'forbidden',
    least === 'admin'
      ? 'Only admins can do this.'
      : 'Viewers can look at everything but change nothing.',
  )
}
