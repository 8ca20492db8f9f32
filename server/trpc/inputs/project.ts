import { z } from 'zod'
import { TEMPLATES } from '@/domain/project/templates'
import { LIMITS } from '@/domain/words'
import { category, id, statusId, text, version, words } from './values'

const name = words(LIMITS.name, 'a name')
const color = text(20).regex(/^[a-z]+$/, 'A colour is one of the design system, such as teal.')
const wipLimit = z.int().min(1).max(10_000).nullable()
const onProject = { baseVersion: version }

export const createProject = z.strictObject({
  workspace: z.string(),
  key: text(LIMITS.key).regex(/^[A-Z][A-Z0-9]+$/, 'Capital letters and digits, a letter first.'),
  name,
  template: z.enum(TEMPLATES),
})
export const renameProject = z.strictObject({ ...onProject, name })

export const addStatus = z.strictObject({
  ...onProject,
  status: z.strictObject({ id, name, category, color, wipLimit }),
  before: statusId.optional(),
})
export const editStatus = z.strictObject({
  ...onProject,
  statusId,
  set: z.strictObject({ name, category, color, wipLimit }).partial(),
})
export const moveStatus = z.strictObject({ ...onProject, statusId, before: statusId.nullable() })
export const removeStatus = z.strictObject({ ...onProject, statusId, moveTo: statusId })
