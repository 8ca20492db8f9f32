import type { Role } from '@/domain/words'

export const roleNames: Record<Role, { label: string; hint: string }> = {
  admin: { label: 'Admin', hint: 'Works on everything and manages people' },
  member: { label: 'Member', hint: 'Works on everything' },
  viewer: { label: 'Viewer', hint: 'Sees everything, changes nothing' },
}

/** The roles as options of a list, the widest first. */
export const roleOptions = Object.entries(roleNames).map(([id, names]) => ({ id, ...names }))
