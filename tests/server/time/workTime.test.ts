import { expect, it } from 'vitest'
import { database } from '@/db/client'
import { loadTimeSettings } from '@/server/queries/timeSettings'
import { changeWorkTime, setTimeZone, workTimeChangeSchema } from '@/server/time/workTime'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import { testDatabase } from '@/tests/support/testDatabase'

await testDatabase()

it('the working time is the default until an admin changes it, which is audited', async () => {
  const ann = await makeWorkspace()
  expect(await loadTimeSettings(ann.scope)).toEqual({
    hoursPerDay: 8,
    daysPerWeek: 5,
    lockedUntil: null,
    timeZone: null,
  })
  await changeWorkTime(ann.scope, { hoursPerDay: 7.5, lockedUntil: '2031-01-31' })
  await changeWorkTime(ann.scope, { hoursPerDay: 7.5 })
  expect(await loadTimeSettings(ann.scope)).toMatchObject({
    hoursPerDay: 7.5,
    daysPerWeek: 5,
    lockedUntil: '2031-01-31',
  })
  const noted = await database().sql`
    select detail from audit
    where workspace_id = ${ann.workspaceId} and kind = 'workspace.work-time-changed'`
  expect(noted.map((row) => row.detail)).toEqual([
    {
      actorId: ann.personId,
      'hours_per_day from': '8',
      'hours_per_day to': '7.5',
      'locked_until from': null,
      'locked_until to': '2031-01-31',
    },
  ])
  await changeWorkTime(ann.scope, { lockedUntil: null })
  expect((await loadTimeSettings(ann.scope)).lockedUntil).toBeNull()
})

it('members cannot change the working time', async () => {
  const ben = await makePerson(await makeWorkspace())
  await expect(changeWorkTime(ben.scope, { daysPerWeek: 4 })).rejects.toThrow('Only admins')
})

it.each([{ hoursPerDay: 0 }, { hoursPerDay: 7.3 }, { daysPerWeek: 8 }, { lockedUntil: 'soon' }])(
  'the invalid setting %o is rejected',
  (change) => expect(workTimeChangeSchema.safeParse(change).success).toBe(false),
)

it('the time zone of the first browser is set, and later only the person can change it', async () => {
  const ann = await makeWorkspace()
  await setTimeZone(ann.personId, 'Asia/Kolkata', true)
  await setTimeZone(ann.personId, 'Europe/Berlin', true)
  expect((await loadTimeSettings(ann.scope)).timeZone).toBe('Asia/Kolkata')
  await setTimeZone(ann.personId, 'Europe/Berlin', false)
  expect((await loadTimeSettings(ann.scope)).timeZone).toBe('Europe/Berlin')
})
