import { z } from 'zod'
import { LIMITS, ROLES } from '@/domain/kernel/primitives'
import { REQUIRABLE_FIELDS } from '@/domain/task/fields'
import { WORKFLOW_TEMPLATES } from '@/domain/workflow/templates'
import {
  category,
  id,
  nonBlankText,
  priority,
  resolution,
  seconds,
  statusId,
  text,
  version,
} from './values'

const name = nonBlankText(LIMITS.name, 'a name')
const color = text(20).regex(/^[a-z]+$/, 'A colour is one of the design system, such as teal.')
const wipLimit = z.int().min(1).max(10_000).nullable()
const projectRef = { baseVersion: version }

export const createProjectInput = z.strictObject({
  workspace: z.string(),
  key: text(LIMITS.key).regex(/^[A-Z][A-Z0-9]+$/, 'Capital letters and digits, a letter first.'),
  name,
  template: z.enum(WORKFLOW_TEMPLATES),
})
export const renameProjectInput = z.strictObject({ ...projectRef, name })

export const addStatusInput = z.strictObject({
  ...projectRef,
  status: z.strictObject({ id, name, category, color, wipLimit }),
  before: statusId.optional(),
})
export const editStatusInput = z.strictObject({
  ...projectRef,
  statusId,
  set: z.strictObject({ name, category, color, wipLimit }).partial(),
})
export const moveStatusInput = z.strictObject({
  ...projectRef,
  statusId,
  before: statusId.nullable(),
})
export const removeStatusInput = z.strictObject({ ...projectRef, statusId, moveTo: statusId })

const role = z.enum(ROLES)
const rule = z.union([
  z.strictObject({
    kind: z.literal('validator'),
    fields: z.array(z.enum(REQUIRABLE_FIELDS)).min(1).max(REQUIRABLE_FIELDS.length),
  }),
  z.strictObject({
    kind: z.literal('condition'),
    roles: z.array(role).max(ROLES.length),
    assignee: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('postFunction'),
    field: z.literal('assignees'),
    to: z.enum(['actor', 'none']),
  }),
  z.strictObject({ kind: z.literal('postFunction'), field: z.literal('priority'), to: priority }),
  z.strictObject({
    kind: z.literal('postFunction'),
    field: z.literal('resolution'),
    to: resolution,
  }),
  z.strictObject({ kind: z.literal('postFunction'), field: z.literal('dueDate'), to: z.null() }),
  z.strictObject({
    kind: z.literal('postFunction'),
    field: z.literal('remainingEstimate'),
    to: seconds.nullable(),
  }),
])
const transition = z.strictObject({ to: statusId, rules: z.array(rule).max(20) })
const transitions = z.array(transition).max(LIMITS.statuses).nullable()

export const changeWorkflowInput = z.strictObject({
  ...projectRef,
  statuses: z
    .array(z.strictObject({ id: statusId, name, category, color, wipLimit, transitions }))
    .min(1)
    .max(LIMITS.statuses),
  reassignments: z.record(statusId, statusId),
})
