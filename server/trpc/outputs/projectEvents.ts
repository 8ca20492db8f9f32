import { z } from 'zod'
import type { EventData, ProjectEventType } from '@/domain/events'
import { exactlyEach } from './exactly'
import {
  capacityOutput,
  componentScalars,
  sprintOutput,
  sprintScalars,
  statusScalars,
  transitionShape,
  versionScalars,
} from './project'
import { change, changes, id, rank, statusId } from './values'

const { transitions, ...draftScalars } = statusScalars
const statusSeed = z.strictObject({
  id: statusId,
  ...draftScalars,
  transitions: transitions.optional(),
  rank,
})
const removedTransitions = z
  .array(z.strictObject({ from: statusId, ...transitionShape }))
  .optional()

const sprintRef = { sprintId: id }
const committed = { taskId: id, estimate: z.number().nullable() }
const componentRef = { componentId: id }
const versionRef = { versionId: id }
const removed = { to: id.nullable(), name: z.string() }

/** The data of the events of a project, its workflow, sprints, components and versions. */
export const PROJECT_EVENT_DATA = exactlyEach<Pick<EventData, ProjectEventType>>()({
  'project.created': z.strictObject({
    workspaceId: id,
    key: z.string(),
    name: z.string(),
    statuses: z.array(statusSeed),
  }),
  'project.renamed': change(z.string()),
  'project.parallelSprintsChanged': change(z.boolean()),
  'status.added': statusSeed,
  'status.edited': z.strictObject({ statusId, set: changes(statusScalars) }),
  'status.moved': z.strictObject({ statusId, fromRank: rank, rank }),
  'status.removed': z.strictObject({ statusId, to: statusId, transitions: removedTransitions }),
  'status.restored': z.strictObject({ statusId, transitions: removedTransitions }),
  'sprint.created': z.strictObject({ ...sprintRef, ...sprintScalars, rank }),
  'sprint.imported': z.strictObject({ ...sprintRef, sprint: sprintOutput }),
  'sprint.edited': z.strictObject({ ...sprintRef, set: changes(sprintScalars) }),
  'sprint.moved': z.strictObject({ ...sprintRef, fromRank: rank, rank }),
  'sprint.started': z.strictObject({
    ...sprintRef,
    set: changes(sprintScalars),
    scope: z.array(z.strictObject(committed)),
  }),
  'sprint.completed': z.strictObject({
    ...sprintRef,
    done: z.array(z.strictObject(committed)),
    notDone: z.array(z.strictObject({ ...committed, to: id.nullable() })),
  }),
  'sprint.reopened': z.strictObject({ ...sprintRef, sprint: sprintOutput }),
  'sprint.removed': z.strictObject(sprintRef),
  'sprint.restored': z.strictObject({ ...sprintRef, sprint: sprintOutput }),
  'sprint.capacityChanged': z.strictObject({
    ...sprintRef,
    personId: id,
    from: capacityOutput.nullable(),
    to: capacityOutput.nullable(),
  }),
  'component.added': z.strictObject({ ...componentRef, ...componentScalars }),
  'component.edited': z.strictObject({ ...componentRef, set: changes(componentScalars) }),
  'component.removed': z.strictObject({ ...componentRef, ...removed }),
  'component.restored': z.strictObject({ ...componentRef, ...componentScalars }),
  'version.added': z.strictObject({ ...versionRef, ...versionScalars }),
  'version.edited': z.strictObject({ ...versionRef, set: changes(versionScalars) }),
  'version.removed': z.strictObject({ ...versionRef, ...removed }),
  'version.restored': z.strictObject({ ...versionRef, ...versionScalars }),
})
