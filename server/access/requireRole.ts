import type { Role } from '@/domain/kernel/primitives'
import { ApiError } from './apiError'

/**
 * Requires at least this role.
 * @throws ApiError (forbidden) for lower roles
 */
export function requireRole(role: Role, minimum: 'member' | 'admin'): void {
  if (role === 'admin' || role === minimum) return
  throw new ApiError(
    'forbidden',
    minimum === 'admin'
      ? 'Only admins can do this.'
      : 'Viewers can look at everything but change nothing.',
  )
}
