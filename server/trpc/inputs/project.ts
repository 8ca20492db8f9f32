import { z } from 'zod'
import { TEMPLATES } from '@/domain/project/templates'
import { REQUIRABLE } from '@/domain/project/transition'
import { LIMITS, ROLES } from '@/domain/words'
import {
  category,
  id,
  priority,
  resolution,
  seconds,
  statusId,
  text,
  version,
  words,
} from './values'

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

const role = z.enum(ROLES)
const rule = z.union([
  z.strictObject({
    kind: z.literal('require'),
    fields: z.array(z.enum(REQUIRABLE)).min(1).max(REQUIRABLE.length),
  }),
  z.strictObject({
    kind: z.literal('only'),
    roles: z.array(role).max(ROLES.length),
    assignee: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('set'),
    field: z.literal('assignees'),
    to: z.enum(['actor', 'none']),
  }),
  z.strictObject({ kind: z.literal('set'), field: z.literal('priority'), to: priority }),
  z.strictObject({ kind: z.literal('set'), field: z.literal('resolution'), to: resolution }),
  z.strictObject({ kind: z.literal('set'), field: z.literal('dueDate'), to: z.null() }),
  z.strictObject({
    kind: z.literal('set'),
    field: z.literal('remainingEstimate'),
    to: seconds.nullable(),
  }),
])
const transition = z.strictObject({ to: statusId, rules: z.array(rule).max(20) })
const transitions = z.array(transition).max(LIMITS.statuses).nullable()

export const changeWorkflow = z.strictObject({
  ...onProject,
  statuses: z
    .array(z.strictObject({ id: statusId, name, category, color, wipLimit, transitions }))
    .min(1)
    .max(LIMITS.statuses),
  orphans: z.record(statusId, statusId),
})
