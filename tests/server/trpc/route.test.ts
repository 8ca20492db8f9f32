import { describe, expect, it, vi } from 'vitest'
import { GET, POST } from '@/app/api/trpc/[trpc]/route'
import { closeDatabase } from '@/db/client'
import { encodeSessionToken, SESSION_COOKIE } from '@/server/auth/sessionToken'
import { logger } from '@/server/observability/logger'
import { makeWorkspace, trpcContextFor } from '@/tests/support/people'
import { testDatabase } from '@/tests/support/testDatabase'

process.env.NEXTAUTH_SECRET = 'a secret of at least 32 characters'
process.env.NEXTAUTH_URL = 'https://concord.example'
const { appUrl } = await testDatabase()

const JSON_HEADERS = { 'content-type': 'application/json', host: 'localhost:3000' }

function post(path: string, body: string, headers: Record<string, string> = JSON_HEADERS) {
  const url = `http://localhost:3000/api/trpc/${path}`
  return POST(new Request(url, { method: 'POST', headers, body }))
}

async function sessionCookie(person: Parameters<typeof trpcContextFor>[0]) {
  const { sessionId } = await trpcContextFor(person)
  return { cookie: `theme=dark; ${SESSION_COOKIE}=${await encodeSessionToken(sessionId)}` }
}

describe('the tRPC route', () => {
  it('a request is handled for the person in the cookie', async () => {
    const admin = await makeWorkspace()
    const url = 'http://localhost:3000/api/trpc/account.me'
    const answer = await GET(new Request(url, { headers: await sessionCookie(admin) }))
    expect(await answer.json()).toEqual({ result: { data: admin.account } })
    expect((await GET(new Request(url))).status).toBe(401)
  })

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://localhost:4000' }],
    ['an unknown origin', { origin: 'null' }],
    ['another site according to the browser', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling site', { 'sec-fetch-site': 'same-site', origin: 'http://localhost:3000' }],
  ])('a change from %s is rejected', async (_where, headers) => {
    const admin = await makeWorkspace()
    const all = { ...JSON_HEADERS, ...(await sessionCookie(admin)), ...headers }
    expect((await post('workspaces.create', '{"name":"Stolen"}', all)).status).toBe(403)
  })

  it.each([
    ['our own page', { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }],
    ['our public address', { origin: 'https://concord.example' }],
    ['a program', {}],
    ['a page behind a proxy', { origin: 'https://a.example', 'x-forwarded-host': 'a.example' }],
  ])('a change from %s is accepted', async (_where, headers) => {
    const admin = await makeWorkspace()
    const all = { ...JSON_HEADERS, ...(await sessionCookie(admin)), ...headers }
    expect((await post('workspaces.create', '{"name":"Mine"}', all)).status).toBe(200)
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    '',
  ])('a change with the content type “%s” is rejected', async (type) => {
    const answer = await post('workspaces.create', '{"name":"x"}', {
      ...JSON_HEADERS,
      'content-type': type,
    })
    expect(answer.status).toBe(415)
  })

  it('GET requests change nothing', async () => {
    const headers = await sessionCookie(await makeWorkspace())
    const url = 'http://localhost:3000/api/trpc/workspaces.create?input=%7B%22name%22%3A%22x%22%7D'
    expect((await GET(new Request(url, { headers }))).status).toBe(405)
  })

  it('bodies over 2 MB are rejected, with and without a Content-Length', async () => {
    const long = JSON.stringify({ name: 'x'.repeat(2_100_000) })
    expect((await post('workspaces.create', long)).status).toBe(413)
    // The response has tRPC's own format, so that its client knows that a retry is useless.
    const answer = await (await post('workspaces.create', long)).json()
    expect(answer.error.data).toEqual({ code: 'PAYLOAD_TOO_LARGE', httpStatus: 413 })
    const said = { ...JSON_HEADERS, 'content-length': '3000000' }
    expect((await post('workspaces.create', '{}', said)).status).toBe(413)
  })

  it('every invalid field is named', async () => {
    const input = { name: '', email: 'x', password: 'short', workspace: 'Acme' }
    const answer = await post('account.signUp', JSON.stringify(input))
    expect(answer.status).toBe(400)
    const { error } = await answer.json()
    expect(error.data.fields).toEqual({
      name: 'Enter your name.',
      email: 'Enter an e-mail address such as ada@example.com.',
      password: 'Use at least 10 characters.',
    })
    expect(error.message).toMatch(/^Check name: Enter your name\.;/)
    expect(error.data.stack).toBeUndefined()
  })

  it('an internal error reveals nothing about its cause', async () => {
    const headers = { ...JSON_HEADERS, ...(await sessionCookie(await makeWorkspace())) }
    const noted = vi.spyOn(logger(), 'error').mockImplementation(() => {})
    await closeDatabase()
    process.env.DATABASE_URL = 'postgres://nobody:secret@127.0.0.1:1/none'
    const change = await post('workspaces.create', '{"name":"x"}', headers)
    const url = 'http://localhost:3000/api/trpc/account.me'
    const query = await GET(new Request(url, { headers }))
    await closeDatabase()
    process.env.DATABASE_URL = appUrl
    const texts = [await change.text(), await query.text()]
    expect([change.status, query.status]).toEqual([500, 500])
    expect(texts.join()).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|nobody/)
    // A connection can break during the commit, so the message must not promise that nothing was
    // saved.
    expect(texts[0]).toContain('this may not have been saved')
    expect(texts[1]).not.toContain('saved')
    expect(noted).toHaveBeenCalledTimes(2)
    noted.mockRestore()
  })

  it('an account can create at most thirty workspaces an hour', async () => {
    const headers = { ...JSON_HEADERS, ...(await sessionCookie(await makeWorkspace())) }
    const answers: number[] = []
    for (let n = 0; n < 31; n++) {
      answers.push((await post('workspaces.create', '{"name":"Many"}', headers)).status)
    }
    expect(new Set(answers.slice(0, 30))).toEqual(new Set([200]))
    expect(answers[30]).toBe(429)
  })

  it('each call of a batch gets its own result', async () => {
    const admin = await makeWorkspace()
    const url = new URL('http://localhost:3000/api/trpc/account.me,people.list?batch=1')
    url.searchParams.set('input', JSON.stringify({ 1: { workspace: 'nowhere' } }))
    const answer = await GET(new Request(url, { headers: await sessionCookie(admin) }))
    const [me, people] = await answer.json()
    expect(me.result.data.email).toBe(admin.account.email)
    expect(people.error.data.code).toBe('NOT_FOUND')
  })
})
