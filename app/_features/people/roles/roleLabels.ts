import type { Role } from '@/domain/kernel/primitives'

/** The name of each role, with a description and a short hint of what it may do. */
export const roleLabels: Record<Role, { label: string; description: string; hint: string }> = {
  admin: {
    label: 'Admin',
    description: 'Works on everything and manages people',
    hint: 'manages people',
  },
  member: { label: 'Member', description: 'Works on everything', hint: 'works' },
  viewer: { label: 'Viewer', description: 'Sees everything, changes nothing', hint: 'only looks' },
}

/** The roles as options of a list, the most powerful first. */
export const roleOptions = Object.entries(roleLabels).map(([id, names]) => ({ id, ...names }))
