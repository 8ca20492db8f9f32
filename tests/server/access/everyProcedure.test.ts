import { TRPCError } from '@trpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { revokeSession } from '@/server/auth/session'
import { waitUntilIdle } from '@/server/import/activeImports'
import { createInvitation } from '@/server/people/invitations'
import { appRouter } from '@/server/trpc/appRouter'
import type { TrpcContext } from '@/server/trpc/context'
import { makePerson, makeWorkspace, trpcContextFor } from '@/tests/support/people'
import { testDatabase } from '@/tests/support/testDatabase'
import { allProcedures } from './allProcedures'
import type { ProcedureAccess } from './procedures/procedureAccess'
import {
  createWorkspaceFixture,
  type FixtureIds,
  unknownIds,
  type WorkspaceFixture,
} from './workspaceFixture'

const { owner } = await testDatabase()
// An import continues after the call that started it.
afterAll(waitUntilIdle)
const signedOut: TrpcContext = { sessionId: null, ip: '127.0.0.1', userAgent: null }
const allRouterProcedures = Object.entries(
  appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>,
)
const paths = allRouterProcedures.map(([path]) => path).sort()

it('every procedure has an entry, and no entry is outdated', () => {
  expect(paths.length).toBeGreaterThan(10)
  expect(Object.keys(allProcedures).sort()).toEqual(paths)
})

// Only rejected calls name it, so all procedures share it.
let here: WorkspaceFixture
beforeAll(async () => {
  here = await createWorkspaceFixture()
})

describe.each(paths)('the procedure %s', (path) => {
  const entry: ProcedureAccess = allProcedures[path] ?? { allowed: 'admin' }
  const least = entry.allowed === 'anybody' || entry.allowed === 'signed in' ? null : entry.allowed
  let there: WorkspaceFixture
  beforeAll(async () => {
    there = await createWorkspaceFixture()
  })

  if (entry.allowed === 'anybody') {
    it('a public procedure admits people who are signed out', async () => {
      expect(await callProcedure(signedOut, path, entry, here)).toMatchObject({ code: 'OK' })
    })
    return
  }

  it('people who are signed out are rejected, also after their session was ended', async () => {
    const ended = await trpcContextFor(here.admin)
    await revokeSession(here.admin.account.id, ended.sessionId)
    for (const context of [signedOut, ended]) {
      expect(await callProcedure(context, path, entry, here)).toMatchObject({
        code: 'UNAUTHORIZED',
      })
    }
  })

  if (least) {
    it('strangers get the same error as for something that does not exist', async () => {
      const context = await trpcContextFor(there.admin)
      const foreign = await callProcedure(context, path, entry, here)
      expect(foreign).toMatchObject({ code: 'NOT_FOUND' })
      expect(foreign).toEqual(await callProcedure(context, path, entry, unknownIds()))
    })

    it('removed members get the same error as strangers', async () => {
      const former = await makePerson(here.admin, 'admin')
      const context = await trpcContextFor(former)
      await owner`update person set removed_at = now() where id = ${former.personId}`
      expect(await callProcedure(context, path, entry, here)).toMatchObject({ code: 'NOT_FOUND' })
    })
  }

  it('foreign ids get the same error as unknown ids', async () => {
    const context = await trpcContextFor(there.admin)
    const own = { workspace: there.workspace, projectId: there.projectId, token: there.token }
    const foreign = await callProcedure(context, path, entry, { ...here, ...own })
    // The first call may have changed data that the second one uses, so each has its own fixture.
    const otherFixture = await createWorkspaceFixture()
    const otherIds = {
      workspace: otherFixture.workspace,
      projectId: otherFixture.projectId,
      token: otherFixture.token,
    }
    const none = await callProcedure(await trpcContextFor(otherFixture.admin), path, entry, {
      ...unknownIds(),
      ...otherIds,
    })
    expect(withoutIdentifiers(foreign)).toEqual(withoutIdentifiers(none))
    expect(JSON.stringify(foreign)).not.toContain(here.admin.account.email)
  })

  if (least && least !== 'viewer') {
    it('viewers are rejected and nothing changes', async () => {
      await refuses(here.viewer)
    })
  }
  if (least === 'admin') {
    it('members are rejected and nothing changes', async () => {
      await refuses(here.member)
    })
  }

  it('the people whom a procedure is for are admitted', async () => {
    // Uses its own fixture, because successful calls change it.
    const own = await createWorkspaceFixture()
    const { token } = await createInvitation((await makeWorkspace()).scope, { role: 'member' })
    const context = await trpcContextFor(own[entry.actor ?? least ?? 'admin'])
    const answer = await callProcedure(context, path, entry, { ...own, token })
    expect(answer.code).toBe('OK')
    expect(answer.rejection).toBeNull()
  })

  async function refuses(person: WorkspaceFixture['viewer']) {
    const before = await readState(here)
    const answer = await callProcedure(await trpcContextFor(person), path, entry, here)
    expect(answer.rejection ?? answer.code.toLowerCase()).toBe('forbidden')
    expect(await readState(here)).toEqual(before)
  }
})

it('no change is allowed to viewers', () => {
  const changes = allRouterProcedures.filter(([, procedure]) => procedure._def.type !== 'query')
  expect(changes.filter(([path]) => allProcedures[path]?.allowed === 'viewer')).toEqual([])
})

interface CallOutcome {
  code: TRPCError['code'] | 'OK'
  /** The reason of a rejected command, otherwise null. */
  rejection: string | null
  answer: unknown
}

async function callProcedure(
  context: TrpcContext,
  path: string,
  entry: ProcedureAccess,
  ids: FixtureIds,
): Promise<CallOutcome> {
  const caller = appRouter.createCaller(context)
  const [group = '', name = ''] = path.split('.')
  const groups = caller as unknown as Record<string, Record<string, (input: unknown) => unknown>>
  try {
    const answer = await groups[group]?.[name]?.(entry.input?.(ids))
    const rejection = (answer as { rejection?: { code: string } } | null)?.rejection?.code ?? null
    return { code: 'OK', rejection, answer }
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error
    return { code: error.code, rejection: null, answer: error.message }
  }
}

/** Returns an answer without ids, keys, times and names of test people. */
function withoutIdentifiers(value: unknown): unknown {
  const text = JSON.stringify(value)
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'AT')
    .replace(/\b(Person|Workspace) \d+|workspace-\d+|\bP\d+\b/g, 'NAME')
    .replace(/"rank":"[^"]*"/g, '"rank":"R"')
    .replace(/"(token|slug)":"[^"]*"/g, '"$1":"T"')
  return JSON.parse(text)
}

/** Returns all data of a fixture that a procedure could change. */
async function readState(fixture: WorkspaceFixture) {
  const { workspaceId } = fixture.admin
  const tables = await Promise.all([
    owner`select * from person where workspace_id = ${workspaceId} order by id`,
    owner`select * from invitation where workspace_id = ${workspaceId} order by id`,
    owner`select * from project where workspace_id = ${workspaceId} order by id`,
    owner`select * from status where project_id = ${fixture.projectId} order by id`,
    owner`select * from task where project_id = ${fixture.projectId} order by id`,
    owner`select * from comment where project_id = ${fixture.projectId} order by id`,
    owner`select * from conflict where project_id = ${fixture.projectId} order by id`,
    owner`select * from event where project_id = ${fixture.projectId} order by seq`,
  ])
  return JSON.stringify(tables)
}
