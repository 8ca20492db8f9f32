import { mayAffect } from '@/app/_replica/react/affectedQueries'
import { fieldChangesOf } from '@/domain/conflict/fieldChanges'
import type { StoredEvent } from '@/domain/events'

const FIELDS = ['remainingEstimate', 'originalEstimate', 'parentId']

/** Returns true when an event may change the time of a task or its descendants. */
export function affectsTimeTotals(event: StoredEvent): boolean {
  if (!mayAffect('time', event)) return false
  if (event.type !== 'task.edited' && event.type !== 'task.moved') return true
  return fieldChangesOf(event).some(({ field }) => FIELDS.includes(field))
}
