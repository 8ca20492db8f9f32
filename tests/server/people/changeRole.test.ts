import { describe, expect, it } from 'vitest'
import { authorizeWorkspace } from '@/server/access/authorize'
import { changeRole, removePerson } from '@/server/people/changeRole'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import { testDatabase } from '@/tests/support/testDatabase'

const { owner } = await testDatabase()

async function adminsOf(workspaceId: string): Promise<number> {
  const rows = await owner`
    select 1 from person
    where workspace_id = ${workspaceId} and role = 'admin' and removed_at is null`
  return rows.length
}

describe('roles', () => {
  it('a new role applies from the next request, and its time is recorded', async () => {
    const admin = await makeWorkspace()
    const member = await makePerson(admin, 'member')
    await changeRole(admin.scope, member.personId, 'viewer')
    const after = await authorizeWorkspace(member.account, admin.slug)
    expect(after?.person).toMatchObject({ role: 'viewer', formerRole: 'member' })
    expect(Date.parse(after?.person.roleSince ?? '')).toBeGreaterThanOrEqual(
      Date.parse(member.scope.person.roleSince),
    )
    const [note] = await owner`
      select detail from audit where workspace_id = ${admin.workspaceId}
        and kind = 'person.role-changed'`
    expect(note?.detail).toEqual({
      actorId: admin.personId,
      personId: member.personId,
      from: 'member',
      to: 'viewer',
    })
  })

  it('the last admin cannot be demoted', async () => {
    const admin = await makeWorkspace()
    const attempts = [
      () => changeRole(admin.scope, admin.personId, 'member'),
      () => removePerson(admin.scope, admin.personId),
    ]
    for (const attempt of attempts) {
      await expect(attempt()).rejects.toMatchObject({ kind: 'conflict' })
    }
    expect(await adminsOf(admin.workspaceId)).toBe(1)
  })

  it('one admin remains when all admins demote or remove each other concurrently', async () => {
    const first = await makeWorkspace()
    const second = await makePerson(first, 'admin')
    const third = await makePerson(first, 'admin')
    await Promise.allSettled([
      changeRole(first.scope, second.personId, 'member'),
      changeRole(second.scope, third.personId, 'viewer'),
      removePerson(third.scope, first.personId),
      changeRole(first.scope, first.personId, 'member'),
      changeRole(second.scope, second.personId, 'member'),
      removePerson(third.scope, third.personId),
    ])
    expect(await adminsOf(first.workspaceId)).toBeGreaterThanOrEqual(1)
  })

  it('a placeholder does not count as an admin', async () => {
    const admin = await makeWorkspace()
    const placeholder = await makePerson(admin, 'admin')
    await owner`update person set account_id = null where id = ${placeholder.personId}`
    const attempt = changeRole(admin.scope, admin.personId, 'member')
    await expect(attempt).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('only people who are admins at that moment can change roles', async () => {
    const admin = await makeWorkspace()
    const former = await makePerson(admin, 'admin')
    const member = await makePerson(admin, 'member')
    await changeRole(admin.scope, former.personId, 'member')
    for (const scope of [former.scope, member.scope]) {
      const attempt = changeRole(scope, member.personId, 'admin')
      await expect(attempt).rejects.toMatchObject({ kind: 'forbidden' })
    }
    await removePerson(admin.scope, former.personId)
    const gone = removePerson(former.scope, member.personId)
    await expect(gone).rejects.toMatchObject({ kind: 'not-found' })
  })

  it('roles of another workspace cannot be changed', async () => {
    const [here, there] = [await makeWorkspace(), await makeWorkspace()]
    const stranger = await makePerson(there)
    const change = changeRole(here.scope, stranger.personId, 'viewer')
    await expect(change).rejects.toMatchObject({ kind: 'not-found' })
    const removal = removePerson(here.scope, stranger.personId)
    await expect(removal).rejects.toMatchObject({ kind: 'not-found' })
    expect(await authorizeWorkspace(stranger.account, there.slug)).not.toBeNull()
  })
})
