import { z } from 'zod'
import type { HistoryPage } from '@/domain/views/history'
import { conflictOutput } from './conflict'
import { storedEventOutput } from './events'
import { exactly } from './exactly'
import { personOutput } from './project'
import { count, id, instant } from './values'

const named = z.array(z.strictObject({ id, name: z.string() }))

export const historyPageOutput = exactly<HistoryPage>()(
  z.strictObject({
    seq: count,
    events: z.array(storedEventOutput),
    people: z.array(personOutput),
    tasks: z.array(z.strictObject({ id, number: count, title: z.string() })),
    sprints: named,
    componentsAndVersions: named,
    conflicts: z.array(conflictOutput),
    commands: z.array(z.strictObject({ id, isUndo: z.boolean(), changeCount: count })),
    next: z.strictObject({ at: instant, seq: count }).nullable(),
  }),
)
