import { z } from 'zod'
import type { StoredEvent } from '@/domain/events'
import type { EventPage } from '@/server/queries/events'
import { CONFLICT_EVENT_DATA } from './conflict'
import { exactly } from './exactly'
import { PROJECT_EVENT_DATA } from './projectEvents'
import { TASK_EVENT_DATA } from './taskEvents'
import { count, id, instant } from './values'

const metadata = {
  projectId: id,
  seq: count,
  actor: id,
  at: instant,
  commandId: id,
  clientId: id,
  imported: z.boolean(),
}

/** Returns one schema per event type, with the subject and the version of its events. */
const eventsOf = (data: Record<string, z.ZodType>, subject: z.core.$ZodLooseShape) =>
  Object.entries(data).map(([type, each]) =>
    z.strictObject({ ...metadata, ...subject, type: z.literal(type), data: each }),
  )

const [first, ...others] = [
  ...eventsOf(TASK_EVENT_DATA, { taskId: id, version: count }),
  ...eventsOf(PROJECT_EVENT_DATA, { taskId: z.null(), version: count }),
  ...eventsOf(CONFLICT_EVENT_DATA, { taskId: id.nullable(), version: z.null() }),
]
if (!first) throw new Error('There is no type of event.')

/**
 * An event in the log. Each map above names exactly the types of its kind, each with its exact
 * data. TypeScript cannot follow that their union equals the type.
 */
export const storedEventOutput = z.discriminatedUnion('type', [
  first,
  ...others,
]) as z.ZodType<unknown> as z.ZodType<StoredEvent, StoredEvent>

export const eventPageOutput = exactly<EventPage>()(
  z.strictObject({ events: z.array(storedEventOutput), seq: count, hasMore: z.boolean() }),
)
