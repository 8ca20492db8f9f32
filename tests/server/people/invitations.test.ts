import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { enterWorkspace } from '@/server/access/enter'
import { acceptInvitation, signUpWithInvitation } from '@/server/people/accept'
import { invite, revokeInvitation } from '@/server/people/invite'
import { changeRole, removePerson } from '@/server/people/roles'
import { invitationBehind } from '@/server/queries/invitation'
import { openInvitations, peopleOf } from '@/server/queries/workspacePeople'
import { testDatabase } from '@/tests/support/database'
import { makeAccount, makePerson, makeWorkspace } from '@/tests/support/people'

const { owner } = await testDatabase()

async function makePlaceholder(workspaceId: string, name: string) {
  const id = newId()
  await owner`
    insert into person (id, workspace_id, name, role, imported_as)
    values (${id}, ${workspaceId}, ${name}, 'member', ${name})`
  return id
}

describe('an invitation', () => {
  it('lets one person in, once, with its role', async () => {
    const admin = await makeWorkspace('Guests')
    const { token } = await invite(admin.scope, { role: 'viewer' })
    expect(await invitationBehind(token)).toMatchObject({ workspace: 'Guests', role: 'viewer' })
    const guest = await makeAccount('Gus')
    const { slug } = await acceptInvitation(token, guest)
    expect((await enterWorkspace(guest, slug))?.person.role).toBe('viewer')
    expect(await invitationBehind(token)).toBeNull()
    expect(await openInvitations(admin.scope)).toEqual([])
    const another = acceptInvitation(token, await makeAccount())
    await expect(another).rejects.toMatchObject({ kind: 'missing' })
  })

  it('lets exactly one of many in who come at once', async () => {
    const admin = await makeWorkspace()
    const { token } = await invite(admin.scope, { role: 'member' })
    const guests = await Promise.all(Array.from({ length: 8 }, () => makeAccount()))
    const ended = await Promise.allSettled(guests.map((guest) => acceptInvitation(token, guest)))
    expect(ended.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    expect(await peopleOf(admin.scope)).toHaveLength(2)
  })

  it('ends with the rights of whoever made it, and stays ended', async () => {
    const admin = await makeWorkspace()
    const [removed, demoted] = [await makePerson(admin, 'admin'), await makePerson(admin, 'admin')]
    const theirs = [
      await invite(removed.scope, { role: 'admin' }),
      await invite(demoted.scope, { role: 'admin' }),
    ]
    const kept = await invite(admin.scope, { role: 'member' })
    await removePerson(admin.scope, removed.personId)
    await changeRole(admin.scope, demoted.personId, 'member')
    await changeRole(admin.scope, demoted.personId, 'admin')
    for (const { token } of theirs) {
      expect(await invitationBehind(token)).toBeNull()
      const back = acceptInvitation(token, removed.account)
      await expect(back).rejects.toMatchObject({ kind: 'missing' })
    }
    expect((await openInvitations(admin.scope)).map((each) => each.id)).toEqual([kept.id])
    const notes = await owner`
      select detail->>'invitationId' as id from audit
      where workspace_id = ${admin.workspaceId} and kind = 'invitation.revoked'`
    expect(notes.map((note) => note.id).sort()).toEqual(theirs.map((each) => each.id).sort())
  })

  it('is not made with rights that were lost a moment ago', async () => {
    const admin = await makeWorkspace()
    const second = await makePerson(admin, 'admin')
    await changeRole(admin.scope, second.personId, 'member')
    const late = invite(second.scope, { role: 'admin' })
    await expect(late).rejects.toMatchObject({ kind: 'forbidden' })
    await removePerson(admin.scope, second.personId)
    const later = invite(second.scope, { role: 'admin' })
    await expect(later).rejects.toMatchObject({ kind: 'missing' })
  })

  it('does not bring back a placeholder that was removed', async () => {
    const admin = await makeWorkspace()
    const personId = await makePlaceholder(admin.workspaceId, 'Piet')
    const { token } = await invite(admin.scope, { role: 'member', personId })
    await removePerson(admin.scope, personId)
    const claim = acceptInvitation(token, await makeAccount())
    await expect(claim).rejects.toMatchObject({ kind: 'missing' })
  })

  it('keeps only the hash of its token', async () => {
    const admin = await makeWorkspace()
    const { id, token } = await invite(admin.scope, { role: 'member' })
    const [row] = await owner`select * from invitation where id = ${id}`
    expect(JSON.stringify(row)).not.toContain(token)
  })

  it('is useless when revoked, too old or unknown, all with one answer', async () => {
    const admin = await makeWorkspace()
    const [revoked, old] = [
      await invite(admin.scope, { role: 'member' }),
      await invite(admin.scope, { role: 'member' }),
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
    expect(await openInvitations(admin.scope)).toEqual([])
  })

  it('is revoked by its own workspace only', async () => {
    const [here, there] = [await makeWorkspace(), await makeWorkspace()]
    const { id, token } = await invite(here.scope, { role: 'member' })
    await expect(revokeInvitation(there.scope, id)).rejects.toMatchObject({ kind: 'missing' })
    expect(await invitationBehind(token)).not.toBeNull()
  })

  it('for one e-mail turns others away and stays good', async () => {
    const admin = await makeWorkspace()
    const friend = await makeAccount()
    const { token } = await invite(admin.scope, { role: 'member', email: friend.email })
    const other = acceptInvitation(token, await makeAccount())
    await expect(other).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await acceptInvitation(token, friend)).toMatchObject({ slug: admin.slug })
  })

  it('is not used up by somebody who is in already', async () => {
    const admin = await makeWorkspace()
    const { token } = await invite(admin.scope, { role: 'viewer' })
    const again = acceptInvitation(token, admin.account)
    await expect(again).rejects.toMatchObject({ kind: 'conflict' })
    expect(await invitationBehind(token)).not.toBeNull()
    expect((await enterWorkspace(admin.account, admin.slug))?.person.role).toBe('admin')
  })

  it('takes an account in that it makes itself, without a workspace of its own', async () => {
    const admin = await makeWorkspace()
    const { token } = await invite(admin.scope, { role: 'member' })
    const person = { name: 'Nia', email: 'nia@example.com', password: 'ten letters long' }
    const { account, slug } = await signUpWithInvitation(token, person)
    expect(await enterWorkspace(account, slug)).not.toBeNull()
    expect(await owner`select 1 from person where account_id = ${account.id}`).toHaveLength(1)
    const late = signUpWithInvitation(token, { ...person, email: 'late@example.com' })
    await expect(late).rejects.toMatchObject({ kind: 'missing' })
    expect(await owner`select 1 from account where email = 'late@example.com'`).toHaveLength(0)
  })

  it('hands a placeholder over to exactly one', async () => {
    const admin = await makeWorkspace()
    const personId = await makePlaceholder(admin.workspaceId, 'jdoe')
    const links = [
      await invite(admin.scope, { role: 'member', personId }),
      await invite(admin.scope, { role: 'member', personId }),
    ]
    const guests = await Promise.all(links.map(() => makeAccount('Jo Doe')))
    const ended = await Promise.allSettled(
      links.map(({ token }, n) => acceptInvitation(token, guests[n] ?? admin.account)),
    )
    const won = ended.filter((each) => each.status === 'fulfilled')
    expect(won).toHaveLength(1)
    expect(won[0]?.value.personId).toBe(personId)
    const people = await peopleOf(admin.scope)
    expect(people.filter((each) => each.name === 'Jo Doe')).toMatchObject([
      { id: personId, placeholder: false },
    ])
    const late = invite(admin.scope, { role: 'member', personId })
    await expect(late).rejects.toMatchObject({ kind: 'conflict', field: 'personId' })
  })

  it('brings back who was removed, as the same person', async () => {
    const admin = await makeWorkspace()
    const member = await makePerson(admin, 'member')
    await removePerson(admin.scope, member.personId)
    const { token } = await invite(admin.scope, { role: 'viewer' })
    const { personId } = await acceptInvitation(token, member.account)
    expect(personId).toBe(member.personId)
    expect((await enterWorkspace(member.account, admin.slug))?.person.role).toBe('viewer')
  })

  it('is made by admins only, for people of their own workspace', async () => {
    const [here, there] = [await makeWorkspace(), await makeWorkspace()]
    const member = await makePerson(here, 'member')
    const attempt = invite(member.scope, { role: 'admin' })
    await expect(attempt).rejects.toMatchObject({ kind: 'forbidden' })
    const personId = await makePlaceholder(there.workspaceId, 'foreign')
    const foreign = invite(here.scope, { role: 'member', personId })
    await expect(foreign).rejects.toMatchObject({ kind: 'missing' })
  })
})
