import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import {
  authorizeProject,
  authorizeProjectById,
  authorizeProjectInWorkspace,
  authorizeWorkspace,
} from '@/server/access/authorize'
import { systemProjectScope, systemScope } from '@/server/access/systemScope'
import { createSession, revokeSession } from '@/server/auth/session'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import { testDatabase } from '@/tests/support/testDatabase'

const { owner } = await testDatabase()

async function makeProject(workspaceId: string, key = 'ALO') {
  const id = newId()
  await owner`
    insert into project (id, workspace_id, key, name, next_number, version, seq)
    values (${id}, ${workspaceId}, ${key}, 'Aloy', 1, 1, 0)`
  return id
}

describe('authorization', () => {
  it('members of a workspace are admitted with their role', async () => {
    const admin = await makeWorkspace()
    const viewer = await makePerson(admin, 'viewer', 'Vera')
    const scope = await authorizeWorkspace(viewer.account, admin.slug)
    expect(scope).toMatchObject({
      workspaceId: admin.workspaceId,
      slug: admin.slug,
      person: { id: viewer.personId, name: 'Vera', role: 'viewer' },
    })
    expect(scope?.person.roleSince).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  })

  it('a foreign workspace and a missing one get the same error', async () => {
    const [here, there] = [await makeWorkspace(), await makeWorkspace()]
    const projectId = await makeProject(there.workspaceId)
    expect(await authorizeWorkspace(here.account, there.slug)).toBeNull()
    expect(await authorizeWorkspace(here.account, 'no-such-workspace')).toBeNull()
    expect(await authorizeWorkspace(here.account, 'null\u0000character')).toBeNull()
    expect(await authorizeProject(here.account, here.slug, '%00\u0000')).toBeNull()
    expect(await authorizeProject(here.account, there.slug, 'ALO')).toBeNull()
    expect(await authorizeProject(here.account, here.slug, 'ALO')).toBeNull()
    expect(await authorizeProjectById(here.account, projectId)).toBeNull()
    expect(await authorizeProjectById(here.account, newId())).toBeNull()
    expect(await authorizeProjectInWorkspace(here.scope, 'ALO')).toBeNull()
    await expect(systemProjectScope(here.personId, projectId)).rejects.toThrow('nothing here')
  })

  it('a project is found by key and by id', async () => {
    const admin = await makeWorkspace()
    const projectId = await makeProject(admin.workspaceId)
    const byKey = await authorizeProject(admin.account, admin.slug, 'ALO')
    expect(byKey).toMatchObject({ projectId, projectKey: 'ALO', person: { role: 'admin' } })
    expect(await authorizeProjectById(admin.account, projectId)).toEqual(byKey)
    expect(await authorizeProjectInWorkspace(admin.scope, 'ALO')).toEqual(byKey)
    expect(await systemProjectScope(admin.personId, projectId)).toEqual(byKey)
  })

  it('a removed person is treated as a stranger', async () => {
    const admin = await makeWorkspace()
    const member = await makePerson(admin)
    const projectId = await makeProject(admin.workspaceId)
    await owner`update person set removed_at = now() where id = ${member.personId}`
    expect(await authorizeWorkspace(member.account, admin.slug)).toBeNull()
    expect(await authorizeProjectById(member.account, projectId)).toBeNull()
    await expect(systemScope(member.personId)).rejects.toThrow('nothing here')
  })

  it('a session must be valid at the time of the request', async () => {
    const admin = await makeWorkspace()
    const sessionId = await createSession(admin.account.id, null)
    expect(await authorizeWorkspace({ sessionId }, admin.slug)).toEqual(admin.scope)
    await owner`update session set expires_at = now() where id = ${sessionId}`
    expect(await authorizeWorkspace({ sessionId }, admin.slug)).toBeNull()

    const second = await createSession(admin.account.id, null)
    await revokeSession(admin.account.id, second)
    expect(await authorizeWorkspace({ sessionId: second }, admin.slug)).toBeNull()
    expect(await authorizeWorkspace({ sessionId: newId() }, admin.slug)).toBeNull()
  })
})
