import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { StoredEvent } from '@/domain/events'
import { initialTracking, lifecycleEventsOf, trackEvent } from '@/domain/sprint/sprintLog'
import { SPRINT_LOG_EVENT_TYPES } from '@/domain/sprint/sprintLogEventTypes'
import { SAMPLE_SEED } from '@/tests/support/propertyRuns'
import { longSteps, sendSteps } from './support/random/sendRandomCommands'

/** Returns what sprint reports read from a log. */
function readLog(events: readonly StoredEvent[]) {
  const state = initialTracking()
  const changes = events.flatMap((event) => trackEvent(state, event))
  return { changes, lifecycleEvents: events.flatMap(lifecycleEventsOf), state }
}

it('sprint reports read the same from a log without the events that they do not subscribe to', () => {
  for (const steps of fc.sample(longSteps, { numRuns: 20, seed: SAMPLE_SEED })) {
    const { events } = sendSteps(steps, { after: () => {} })
    const read = events.filter(({ type }) => SPRINT_LOG_EVENT_TYPES.includes(type))
    expect(read.length).toBeLessThan(events.length)
    expect(readLog(read)).toEqual(readLog(events))
  }
})
