import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { authorizeWorkspace } from '@/server/access/authorize'
import { acceptInvitation, signUpWithInvitation } from '@/server/people/acceptInvitation'
import { changeRole, removePerson } from '@/server/people/changeRole'
import { createInvitation, revokeInvitation } from '@/server/people/invitations'
import { loadInvitation } from '@/server/queries/invitation'
import { loadOpenInvitations, loadWorkspacePeople } from '@/server/queries/workspacePeople'
import { makeAccount, makePerson, makeWorkspace } from '@/tests/support/people'
import { testDatabase } from '@/tests/support/testDatabase'

const { owner } = await testDatabase()

async function makePlaceholder(workspaceId: string, name: string) {
  const id = newId()
  await owner`
    insert into person (id, workspace_id, name, role, imported_as)
    values (${id}, ${workspaceId}, ${name}, 'member', ${name})`
  return id
}

describe('an invitation', () => {
  it('an invitation admits one person once, with its role', async () => {
    const admin = await makeWorkspace('Guests')
    const { token } = await createInvitation(admin.scope, { role: 'viewer' })
    expect(await loadInvitation(token)).toMatchObject({ workspace: 'Guests', role: 'viewer' })
    const guest = await makeAccount('Gus')
    const { slug } = await acceptInvitation(token, guest)
    expect((await authorizeWorkspace(guest, slug))?.person.role).toBe('viewer')
    expect(await loadInvitation(token)).toBeNull()
    expect(await loadOpenInvitations(admin.scope)).toEqual([])
    const another = acceptInvitation(token, await makeAccount())
    await expect(another).rejects.toMatchObject({ kind: 'not-found' })
  })

  it('exactly one of many concurrent users is admitted', async () => {
    const admin = await makeWorkspace()
    const { token } = await createInvitation(admin.scope, { role: 'member' })
    const guests = await Promise.all(Array.from({ length: 8 }, () => makeAccount()))
    const ended = await Promise.allSettled(guests.map((guest) => acceptInvitation(token, guest)))
    expect(ended.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    expect(await loadWorkspacePeople(admin.scope)).toHaveLength(2)
  })

  it('an invitation becomes invalid permanently when its creator loses the permission', async () => {
    const admin = await makeWorkspace()
    const [removed, demoted] = [await makePerson(admin, 'admin'), await makePerson(admin, 'admin')]
    const theirs = [
      await createInvitation(removed.scope, { role: 'admin' }),
      await createInvitation(demoted.scope, { role: 'admin' }),
    ]
    const kept = await createInvitation(admin.scope, { role: 'member' })
    await removePerson(admin.scope, removed.personId)
    await changeRole(admin.scope, demoted.personId, 'member')
    await changeRole(admin.scope, demoted.personId, 'admin')
    for (const { token } of theirs) {
      expect(await loadInvitation(token)).toBeNull()
      const back = acceptInvitation(token, removed.account)
      await expect(back).rejects.toMatchObject({ kind: 'not-found' })
    }
    expect((await loadOpenInvitations(admin.scope)).map((each) => each.id)).toEqual([kept.id])
    const notes = await owner`
      select detail->>'invitationId' as id from audit
      where workspace_id = ${admin.workspaceId} and kind = 'invitation.revoked'`
    expect(notes.map((note) => note.id).sort()).toEqual(theirs.map((each) => each.id).sort())
  })

  it('an invitation cannot be created with a permission that was just lost', async () => {
    const admin = await makeWorkspace()
    const second = await makePerson(admin, 'admin')
    await changeRole(admin.scope, second.personId, 'member')
    const late = createInvitation(second.scope, { role: 'admin' })
    await expect(late).rejects.toMatchObject({ kind: 'forbidden' })
    await removePerson(admin.scope, second.personId)
    const later = createInvitation(second.scope, { role: 'admin' })
    await expect(later).rejects.toMatchObject({ kind: 'not-found' })
  })

  it('an invitation cannot restore a removed placeholder', async () => {
    const admin = await makeWorkspace()
    const personId = await makePlaceholder(admin.workspaceId, 'Piet')
    const { token } = await createInvitation(admin.scope, { role: 'member', personId })
    await removePerson(admin.scope, personId)
    const claim = acceptInvitation(token, await makeAccount())
    await expect(claim).rejects.toMatchObject({ kind: 'not-found' })
  })

  it('only the hash of the token is stored', async () => {
    const admin = await makeWorkspace()
    const { id, token } = await createInvitation(admin.scope, { role: 'member' })
    const [row] = await owner`select * from invitation where id = ${id}`
    expect(JSON.stringify(row)).not.toContain(token)
  })

  it('a revoked, an expired and an unknown invitation get the same answer', async () => {
    const admin = await makeWorkspace()
    const [revoked, old] = [
      await createInvitation(admin.scope, { role: 'member' }),
      await createInvitation(admin.scope, { role: 'member' }),
    ]
    await revokeInvitation(admin.scope, revoked.id)
    await owner`update invitation set expires_at = now() where id = ${old.id}`
    const answers = await Promise.allSettled(
      [revoked.token, old.token, 'x'.repeat(43)].map(async (token) =>
        acceptInvitation(token, await makeAccount()),
      ),
    )
    const reasons = answers.map((each) => (each.status === 'rejected' ? each.reason.message : 'in'))
    expect(new Set(reasons)).toEqual(
      new Set(['This invitation cannot be used any more. Ask for a new one.']),
    )
    expect(await loadOpenInvitations(admin.scope)).toEqual([])
  })

  it('only its own workspace can revoke an invitation', async () => {
    const [here, there] = [await makeWorkspace(), await makeWorkspace()]
    const { id, token } = await createInvitation(here.scope, { role: 'member' })
    await expect(revokeInvitation(there.scope, id)).rejects.toMatchObject({ kind: 'not-found' })
    expect(await loadInvitation(token)).not.toBeNull()
  })

  it('an invitation for one e-mail rejects others and stays valid', async () => {
    const admin = await makeWorkspace()
    const friend = await makeAccount()
    const { token } = await createInvitation(admin.scope, { role: 'member', email: friend.email })
    const other = acceptInvitation(token, await makeAccount())
    await expect(other).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await acceptInvitation(token, friend)).toMatchObject({ slug: admin.slug })
  })

  it('a member who opens the invitation does not use it up', async () => {
    const admin = await makeWorkspace()
    const { token } = await createInvitation(admin.scope, { role: 'viewer' })
    const again = acceptInvitation(token, admin.account)
    await expect(again).rejects.toMatchObject({ kind: 'conflict' })
    expect(await loadInvitation(token)).not.toBeNull()
    expect((await authorizeWorkspace(admin.account, admin.slug))?.person.role).toBe('admin')
  })

  it('a new account joins without getting a workspace of its own', async () => {
    const admin = await makeWorkspace()
    const { token } = await createInvitation(admin.scope, { role: 'member' })
    const person = { name: 'Nia', email: 'nia@example.com', password: 'ten letters long' }
    const { account, slug } = await signUpWithInvitation(token, person)
    expect(await authorizeWorkspace(account, slug)).not.toBeNull()
    expect(await owner`select 1 from person where account_id = ${account.id}`).toHaveLength(1)
    const late = signUpWithInvitation(token, { ...person, email: 'late@example.com' })
    await expect(late).rejects.toMatchObject({ kind: 'not-found' })
    expect(await owner`select 1 from account where email = 'late@example.com'`).toHaveLength(0)
  })

  it('exactly one person takes over a placeholder', async () => {
    const admin = await makeWorkspace()
    const personId = await makePlaceholder(admin.workspaceId, 'jdoe')
    const links = [
      await createInvitation(admin.scope, { role: 'member', personId }),
      await createInvitation(admin.scope, { role: 'member', personId }),
    ]
    const guests = await Promise.all(links.map(() => makeAccount('Jo Doe')))
    const ended = await Promise.allSettled(
      links.map(({ token }, n) => acceptInvitation(token, guests[n] ?? admin.account)),
    )
    const won = ended.filter((each) => each.status === 'fulfilled')
    expect(won).toHaveLength(1)
    expect(won[0]?.value.personId).toBe(personId)
    const people = await loadWorkspacePeople(admin.scope)
    expect(people.filter((each) => each.name === 'Jo Doe')).toMatchObject([
      { id: personId, placeholder: false },
    ])
    const late = createInvitation(admin.scope, { role: 'member', personId })
    await expect(late).rejects.toMatchObject({ kind: 'conflict', field: 'personId' })
  })

  it('a removed person who is invited again is the same person', async () => {
    const admin = await makeWorkspace()
    const member = await makePerson(admin, 'member')
    await removePerson(admin.scope, member.personId)
    const { token } = await createInvitation(admin.scope, { role: 'viewer' })
    const { personId } = await acceptInvitation(token, member.account)
    expect(personId).toBe(member.personId)
    expect((await authorizeWorkspace(member.account, admin.slug))?.person.role).toBe('viewer')
  })

  it('only admins can invite people, and only to their own workspace', async () => {
    const [here, there] = [await makeWorkspace(), await makeWorkspace()]
    const member = await makePerson(here, 'member')
    const attempt = createInvitation(member.scope, { role: 'admin' })
    await expect(attempt).rejects.toMatchObject({ kind: 'forbidden' })
    const personId = await makePlaceholder(there.workspaceId, 'foreign')
    const foreign = createInvitation(here.scope, { role: 'member', personId })
    await expect(foreign).rejects.toMatchObject({ kind: 'not-found' })
  })
})
