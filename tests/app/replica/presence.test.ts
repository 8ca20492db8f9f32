import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Presence } from '@/app/_replica/presence/presence'
import type { PresenceMessage } from '@/app/_replica/sync/transport'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** More than the pause before an announcement and less than the interval of its repeats. */
const ANNOUNCEMENT_MS = 1_000

test('an edited card is announced again only when another person has joined', async () => {
  const sent: PresenceMessage[] = []
  const presence = new Presence(
    'me',
    () => 'window',
    (message) => sent.push(message),
    () => {},
  )
  const [me, ann, ben] = ['me', 'ann', 'ben'].map((id) => ({ id, name: id }))
  if (!me || !ann || !ben) throw new Error('unreachable')
  presence.setMembers([me, ann])
  presence.announce('task', 'editing')
  await vi.advanceTimersByTimeAsync(ANNOUNCEMENT_MS)
  expect(sent).toHaveLength(1)
  presence.setMembers([me, ann])
  presence.setMembers([me])
  expect(sent).toHaveLength(1)
  presence.setMembers([me, ben])
  expect(sent).toHaveLength(2)
  presence.close()
})
