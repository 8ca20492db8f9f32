import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createSession, revokeSession } from '@/server/auth/session'
import { encodeSessionToken, SESSION_COOKIE } from '@/server/auth/sessionToken'
import { testDatabase } from '@/tests/support/testDatabase'
import { allRoutes, type RouteAccess } from './routeAccess'
import {
  createWorkspaceFixture,
  type FixtureIds,
  unknownIds,
  type WorkspaceFixture,
} from './workspaceFixture'

Object.assign(process.env, {
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'a secret of at least 32 characters',
  PUSHER_APP_ID: 'app',
  PUSHER_KEY: 'key',
  PUSHER_SECRET: 'secret',
  PUSHER_HOST: '127.0.0.1',
})
await testDatabase()
type GuardedRoute = Extract<RouteAccess, { method: string }>

const root = join(import.meta.dirname, '../../..')
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const files = readdirSync(join(root, 'app'), { recursive: true, encoding: 'utf8' })
  .map((path) => `app/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\/route\.tsx?$/.test(path))
  .sort()

it('every route file has an entry, and no entry is outdated', () => {
  expect(files.length).toBeGreaterThan(2)
  expect(Object.keys(allRoutes).sort()).toEqual(files)
})

describe.each(files)('the route %s', (file) => {
  const entry = allRoutes[file]
  if (!entry || 'publicBecause' in entry) {
    it('a public route has a stated reason', () => {
      expect(entry?.publicBecause.length).toBeGreaterThan(10)
    })
    return
  }
  if ('testedBy' in entry) {
    it('the route is tested elsewhere', () => {
      expect(existsSync(join(root, entry.testedBy))).toBe(true)
    })
    return
  }

  const guarded = entry
  let here: WorkspaceFixture
  let there: WorkspaceFixture
  beforeAll(async () => {
    here = await createWorkspaceFixture()
    there = await createWorkspaceFixture()
  })

  it('a route responds only to the methods of its entry', async () => {
    const answered = Object.keys(await import(join(root, file))).filter((n) => METHODS.includes(n))
    expect(answered).toEqual([guarded.method])
  })

  it('people who are signed out are rejected, also after their session was ended', async () => {
    const ended = await createSession(here.admin.account.id, null)
    await revokeSession(here.admin.account.id, ended)
    for (const sessionId of [null, ended]) {
      const { status } = await send(sessionId, here)
      expect([401, 403, 404]).toContain(status)
    }
  })

  it('strangers get the same error as for something that does not exist', async () => {
    const stranger = await createSession(there.admin.account.id, null)
    const foreign = await send(stranger, here)
    expect(foreign.status).toBe(404)
    expect(foreign).toEqual(await send(stranger, unknownIds()))
  })

  it('members of the workspace are admitted', async () => {
    const person = here[guarded.for]
    const { status } = await send(await createSession(person.account.id, null), here)
    expect(status).toBeLessThan(400)
  })

  async function send(sessionId: string | null, ids: FixtureIds) {
    const handlers = await import(join(root, file))
    const params = Promise.resolve(guarded.params?.(ids) ?? {})
    const response: Response = await handlers[guarded.method](
      await buildRequest(sessionId, guarded, ids),
      { params },
    )
    return { status: response.status, body: await response.text() }
  }
})

async function buildRequest(
  sessionId: string | null,
  entry: GuardedRoute,
  ids: FixtureIds,
): Promise<Request> {
  const url = new URL('http://localhost:3000/')
  url.search = new URLSearchParams(entry.query?.(ids)).toString()
  const headers = new Headers({ host: 'localhost:3000' })
  if (sessionId) headers.set('cookie', `${SESSION_COOKIE}=${await encodeSessionToken(sessionId)}`)
  if (entry.json) headers.set('content-type', 'application/json')
  const body = entry.json ? JSON.stringify(entry.json(ids)) : new URLSearchParams(entry.form?.(ids))
  const { method } = entry
  return new Request(url, method === 'GET' ? { headers } : { method, headers, body })
}
