import { changesOf } from '../conflict/changes'
import type { Facts } from '../decision'
import type { LoggedEvent } from '../events'
import { type Blocked, obstacle } from './obstacle'

/** What happened to the task after an event, by other commands. */
export function later(event: LoggedEvent, facts: Facts): LoggedEvent[] {
  const all = facts.missedOf?.get(event.taskId ?? '') ?? []
  return all.filter((each) => each.seq > event.seq && each.commandId !== event.commandId)
}

/** The last of it. */
export const latest = (event: LoggedEvent, facts: Facts) => later(event, facts).at(-1)

/** A field of a task has a newer value; named with who gave it. */
export function changedSince(event: LoggedEvent, field: string, facts: Facts): Blocked {
  const by = later(event, facts).filter((each) =>
    changesOf(each).some((change) => change.field === field),
  )
  return obstacle(event, `The ${wordFor(field)} has been changed since.`, field, by.at(-1))
}

const WORDS: Record<string, string> = {
  dueDate: 'due date',
  planRank: 'place in the plan',
  rank: 'place',
  originalEstimate: 'original estimate',
  remainingEstimate: 'remaining estimate',
  parentId: 'parent',
  fixVersions: 'list of fix versions',
  affectedVersions: 'list of affected versions',
  components: 'list of components',
}
const wordFor = (field: string) =>
  field.startsWith('comment ') ? 'comment' : (WORDS[field] ?? field)
