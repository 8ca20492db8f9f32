import { TRPCError } from '@trpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endSession } from '@/server/auth/session'
import { allIdle } from '@/server/import/working'
import type { Context } from '@/server/trpc/context'
import { appRouter } from '@/server/trpc/router'
import { testDatabase } from '@/tests/support/database'
import { contextFor, makePerson } from '@/tests/support/people'
import { procedures } from './procedures'
import type { Entry } from './procedures/entry'
import { type Ids, makeWorld, nowhere, type World } from './world'

const { owner } = await testDatabase()
// An import goes on after the call that started it.
afterAll(allIdle)
const nobody: Context = { sessionId: null, ip: '127.0.0.1', agent: null }
const known = Object.entries(
  appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>,
)
const paths = known.map(([path]) => path).sort()

it('has an entry for every procedure, and none for what is gone', () => {
  expect(paths.length).toBeGreaterThan(10)
  expect(Object.keys(procedures).sort()).toEqual(paths)
})

describe.each(paths)('%s', (path) => {
  const entry: Entry = procedures[path] ?? { for: 'admin' }
  const least = entry.for === 'anybody' || entry.for === 'signed in' ? null : entry.for
  let here: World
  let there: World
  beforeAll(async () => {
    here = await makeWorld()
    there = await makeWorld()
  })

  if (entry.for === 'anybody') {
    it('is open to those who are signed out', async () => {
      expect(await call(nobody, path, entry, here)).toMatchObject({ code: 'OK' })
    })
    return
  }

  it('refuses those who are signed out, also those whose session was ended', async () => {
    const ended = await contextFor(here.admin)
    await endSession(here.admin.account.id, ended.sessionId)
    for (const context of [nobody, ended]) {
      expect(await call(context, path, entry, here)).toMatchObject({ code: 'UNAUTHORIZED' })
    }
  })

  if (least) {
    it('answers strangers as if nothing were there', async () => {
      const context = await contextFor(there.admin)
      const foreign = await call(context, path, entry, here)
      expect(foreign).toMatchObject({ code: 'NOT_FOUND' })
      expect(foreign).toEqual(await call(context, path, entry, nowhere()))
    })

    it('answers former people of the workspace in the same way', async () => {
      const former = await makePerson(here.admin, 'admin')
      const context = await contextFor(former)
      await owner`update person set removed_at = now() where id = ${former.personId}`
      expect(await call(context, path, entry, here)).toMatchObject({ code: 'NOT_FOUND' })
    })
  }

  it('answers ids of elsewhere as it answers ids of nothing', async () => {
    const context = await contextFor(there.admin)
    const own = { workspace: there.workspace, projectId: there.projectId, token: there.token }
    const foreign = await call(context, path, entry, { ...here, ...own })
    // The first may have changed what the second meets: each gets a world of its own.
    const twin = await makeWorld()
    const twins = { workspace: twin.workspace, projectId: twin.projectId, token: twin.token }
    const none = await call(await contextFor(twin.admin), path, entry, { ...nowhere(), ...twins })
    expect(faceless(foreign)).toEqual(faceless(none))
    expect(JSON.stringify(foreign)).not.toContain(here.admin.account.email)
  })

  if (least && least !== 'viewer') {
    it('refuses viewers, and changes nothing', async () => {
      await refuses(here.viewer)
    })
  }
  if (least === 'admin') {
    it('refuses members, and changes nothing', async () => {
      await refuses(here.member)
    })
  }

  it('lets in those whom it is for', async () => {
    // Worlds of its own: what succeeds changes them.
    const own = await makeWorld()
    const { token } = await makeWorld()
    const context = await contextFor(own[entry.as ?? least ?? 'admin'])
    const answer = await call(context, path, entry, { ...own, token })
    expect(answer.code).toBe('OK')
    expect(answer.refusal).toBeNull()
  })

  async function refuses(person: World['viewer']) {
    const before = await stateOf(here)
    const answer = await call(await contextFor(person), path, entry, here)
    expect(answer.refusal ?? answer.code.toLowerCase()).toBe('forbidden')
    expect(await stateOf(here)).toEqual(before)
  }
})

it('has no change that is for viewers', () => {
  const changes = known.filter(([, procedure]) => procedure._def.type !== 'query')
  expect(changes.filter(([path]) => procedures[path]?.for === 'viewer')).toEqual([])
})

interface Outcome {
  code: TRPCError['code'] | 'OK'
  /** Why a command was refused; null when it was not. */
  refusal: string | null
  answer: unknown
}

async function call(context: Context, path: string, entry: Entry, ids: Ids): Promise<Outcome> {
  const caller = appRouter.createCaller(context)
  const [group = '', name = ''] = path.split('.')
  const groups = caller as unknown as Record<string, Record<string, (input: unknown) => unknown>>
  try {
    const answer = await groups[group]?.[name]?.(entry.input?.(ids))
    const refusal = (answer as { refusal?: { code: string } } | null)?.refusal?.code ?? null
    return { code: 'OK', refusal, answer }
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error
    return { code: error.code, refusal: null, answer: error.message }
  }
}

/** An answer with all ids, keys, moments and names of test people taken out. */
function faceless(value: unknown): unknown {
  const text = JSON.stringify(value)
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'AT')
    .replace(/\b(Person|Workspace) \d+|workspace-\d+|\bP\d+\b/g, 'NAME')
    .replace(/"rank":"[^"]*"/g, '"rank":"R"')
    .replace(/"(token|slug)":"[^"]*"/g, '"$1":"T"')
  return JSON.parse(text)
}

/** Everything of a world that a procedure could change. */
async function stateOf(world: World) {
  const { workspaceId } = world.admin
  const tables = await Promise.all([
    owner`select * from person where workspace_id = ${workspaceId} order by id`,
    owner`select * from invitation where workspace_id = ${workspaceId} order by id`,
    owner`select * from project where workspace_id = ${workspaceId} order by id`,
    owner`select * from status where project_id = ${world.projectId} order by id`,
    owner`select * from task where project_id = ${world.projectId} order by id`,
    owner`select * from comment where project_id = ${world.projectId} order by id`,
    owner`select * from conflict where project_id = ${world.projectId} order by id`,
    owner`select * from event where project_id = ${world.projectId} order by seq`,
  ])
  return JSON.stringify(tables)
}
