import type { Role } from '@/domain/words'

/** Each role by name, with what it may do, at length and in a word or two. */
export const roleNames: Record<Role, { label: string; may: string; hint: string }> = {
  admin: { label: 'Admin', may: 'Works on everything and manages people', hint: 'manages people' },
  member: { label: 'Member', may: 'Works on everything', hint: 'works' },
  viewer: { label: 'Viewer', may: 'Sees everything, changes nothing', hint: 'only looks' },
}

/** The roles as options of a list, the widest first. */
export const roleOptions = Object.entries(roleNames).map(([id, names]) => ({ id, ...names }))
