import { z } from 'zod'
import {
  type Component,
  VERSION_STATES,
  type Version,
} from '@/domain/component/componentsAndVersions'
import type { Project, Status } from '@/domain/project/project'
import { type Capacity, SPRINT_STATES, type Sprint } from '@/domain/sprint/sprint'
import { REQUIRABLE_FIELDS } from '@/domain/task/fields'
import type { Person } from '@/domain/views/board'
import type { Transition } from '@/domain/workflow/transition'
import { exactly } from './exactly'
import { category, count, id, instant, localDate, priority, rank, role, statusId } from './values'

export const personOutput = exactly<Person>()(
  z.strictObject({ id, name: z.string(), role, placeholder: z.boolean() }),
)

const postFunction = { kind: z.literal('postFunction') }
export const transitionShape = {
  to: statusId,
  rules: z.array(
    z.union([
      z.strictObject({ kind: z.literal('validator'), fields: z.array(z.enum(REQUIRABLE_FIELDS)) }),
      z.strictObject({
        kind: z.literal('condition'),
        roles: z.array(role),
        assignee: z.boolean(),
      }),
      z.strictObject({
        ...postFunction,
        field: z.literal('assignees'),
        to: z.enum(['actor', 'none']),
      }),
      z.strictObject({ ...postFunction, field: z.literal('priority'), to: priority }),
      z.strictObject({
        ...postFunction,
        field: z.literal('resolution'),
        to: z.string().nullable(),
      }),
      z.strictObject({ ...postFunction, field: z.literal('dueDate'), to: z.null() }),
      z.strictObject({
        ...postFunction,
        field: z.literal('remainingEstimate'),
        to: z.number().nullable(),
      }),
    ]),
  ),
}
export const transitionOutput = exactly<Transition>()(z.strictObject(transitionShape))

/** The editable fields of a status. */
export const statusScalars = {
  name: z.string(),
  category,
  color: z.string(),
  wipLimit: z.int().nullable(),
  transitions: z.array(transitionOutput).nullable(),
}
const statusOutput = exactly<Status>()(
  z.strictObject({
    id: statusId,
    ...statusScalars,
    rank,
    taskCount: count,
    transitionsChangedAt: instant.nullable(),
    removedAt: instant.nullable(),
  }),
)

export const capacityOutput = exactly<Capacity>()(
  z.strictObject({ hoursPerDay: z.number(), daysOff: z.array(localDate) }),
)

/** The editable fields of a sprint. */
export const sprintScalars = {
  name: z.string(),
  goal: z.string(),
  startDate: localDate.nullable(),
  endDate: localDate.nullable(),
}
export const sprintShape = {
  id,
  ...sprintScalars,
  state: z.enum(SPRINT_STATES),
  rank,
  capacity: z.record(z.string(), capacityOutput),
  startedAt: instant.nullable(),
  completedAt: instant.nullable(),
  removedAt: instant.nullable(),
}
export const sprintOutput = exactly<Sprint>()(z.strictObject(sprintShape))

/** The editable fields of a component, and of a version. */
export const componentScalars = { name: z.string(), lead: id.nullable() }
export const versionScalars = {
  name: z.string(),
  releaseDate: localDate.nullable(),
  state: z.enum(VERSION_STATES),
}
const componentOutput = exactly<Component>()(
  z.strictObject({ id, ...componentScalars, removedAt: instant.nullable() }),
)
export const versionShape = { id, ...versionScalars, removedAt: instant.nullable() }
const versionOutput = exactly<Version>()(z.strictObject(versionShape))

export const projectOutput = exactly<Project>()(
  z.strictObject({
    id,
    workspaceId: id,
    key: z.string(),
    name: z.string(),
    statuses: z.array(statusOutput),
    sprints: z.array(sprintOutput),
    components: z.array(componentOutput),
    versions: z.array(versionOutput),
    parallelSprints: z.boolean(),
    nextNumber: count,
    version: count,
  }),
)
