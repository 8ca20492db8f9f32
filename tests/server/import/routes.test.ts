import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { GET } from '@/app/api/import/[id]/report/route'
import { POST } from '@/app/api/import/route'
import { openSession } from '@/server/auth/session'
import { SESSION_COOKIE, tokenFor } from '@/server/auth/token'
import { beginImport, discardImport } from '@/server/import/begin'
import { CSV_HEADER, csvLine } from '@/server/import/csv'
import { uploadsFolder } from '@/server/import/folder'
import { nothingOf } from '@/server/import/report'
import { allIdle } from '@/server/import/working'
import { testDatabase } from '@/tests/support/database'
import { importFolder, makeImport } from '@/tests/support/imports'
import { jiraIssue, linesOf } from '@/tests/support/jira'
import { makePerson, makeWorkspace, type TestPerson } from '@/tests/support/people'

process.env.NEXTAUTH_URL = 'http://localhost:3000'
process.env.NEXTAUTH_SECRET = 'a secret of at least 32 characters'
await testDatabase()
importFolder()

async function headersOf(person: TestPerson | null, more: Record<string, string> = {}) {
  const headers = new Headers({ host: 'localhost:3000', ...more })
  if (person) {
    const token = await tokenFor(await openSession(person.account.id, null))
    headers.set('cookie', `${SESSION_COOKIE}=${token}`)
  }
  return headers
}

async function upload(person: TestPerson | null, slug: string, body: string, more = {}) {
  const url = `http://localhost:3000/api/import?workspace=${slug}&name=file.ndjson`
  const response = await POST(
    new Request(url, { method: 'POST', headers: await headersOf(person, more), body }),
  )
  await allIdle()
  return { status: response.status, answer: await response.json() }
}

async function report(person: TestPerson | null, slug: string, id: string, format = 'csv') {
  const url = `http://localhost:3000/api/import/${id}/report?workspace=${slug}&format=${format}`
  const request = new Request(url, { headers: await headersOf(person) })
  return GET(request, { params: Promise.resolve({ id }) })
}

const text = linesOf([jiraIssue('WEB-1'), 'broken, "so"'])

it('takes an upload of an admin, and gives the report as a file', async () => {
  const me = await makeWorkspace()
  const { status, answer } = await upload(me, me.slug, text)
  expect(status).toBe(201)
  await beginImport(me.scope, answer.id, {})
  await allIdle()
  const csv = await report(me, me.slug, answer.id)
  expect(csv.headers.get('content-disposition')).toContain('import-report.csv')
  const lines = (await csv.text()).split('\r\n')
  expect(lines[0]).toBe(CSV_HEADER.trim())
  expect(lines[1]).toMatch(/^1,WEB-1,created,0,0,/)
  expect(lines[2]).toMatch(/^2,,left-out,0,0,0,"This is not whole JSON: broken, ""so""/)
  const ndjson = await (await report(me, me.slug, answer.id, 'ndjson')).text()
  expect(
    ndjson
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).outcome),
  ).toEqual(['created', 'left-out'])
})

it('keeps twenty files of a workspace, and takes the next once one is discarded', async () => {
  const me = await makeWorkspace()
  const first = await makeImport(me)
  for (let i = 1; i < 20; i++) await makeImport(me)
  const before = readdirSync(uploadsFolder()).length
  const { status, answer } = await upload(me, me.slug, text)
  expect(status).toBe(409)
  expect(answer.error).toContain('Discard one first')
  expect(readdirSync(uploadsFolder()).length).toBe(before)
  const other = await makeWorkspace()
  expect((await upload(other, other.slug, text)).status).toBe(201)
  await discardImport(me.scope, first)
  expect((await upload(me, me.slug, text)).status).toBe(201)
})

it('refuses strangers, members, the signed out and other sites, and keeps nothing of theirs', async () => {
  const me = await makeWorkspace()
  const stranger = await makeWorkspace()
  const member = await makePerson(me, 'member')
  const { answer } = await upload(me, me.slug, text)
  const before = readdirSync(uploadsFolder()).length
  expect(await upload(null, me.slug, text)).toMatchObject({ status: 401 })
  expect(await upload(stranger, me.slug, text)).toMatchObject({ status: 404 })
  expect(await upload(stranger, 'no-such-place', text)).toMatchObject({ status: 404 })
  expect(await upload(member, me.slug, text)).toMatchObject({ status: 403 })
  const foreign = { origin: 'https://evil.example' }
  expect(await upload(me, me.slug, text, foreign)).toMatchObject({ status: 403 })
  expect(await upload(me, me.slug, '')).toMatchObject({ status: 400 })
  expect(readdirSync(uploadsFolder())).toHaveLength(before)
  expect((await report(null, me.slug, answer.id)).status).toBe(401)
  expect((await report(stranger, me.slug, answer.id)).status).toBe(404)
  expect((await report(stranger, stranger.slug, answer.id)).status).toBe(404)
  expect((await report(member, me.slug, answer.id)).status).toBe(403)
  expect((await report(me, me.slug, 'nonsense')).status).toBe(404)
})

it('refuses a file that is too large, and keeps nothing of it', async () => {
  const me = await makeWorkspace()
  process.env.IMPORT_MAX_MB = '0.001'
  const { status, answer } = await upload(me, me.slug, 'x'.repeat(5000))
  delete process.env.IMPORT_MAX_MB
  expect(status).toBe(400)
  expect(answer.error).toContain('larger than')
})

it('writes CSV that a spreadsheet does not take for formulas', () => {
  const line = nothingOf(3, 'A-1', 'failed', '=HYPERLINK("x")')
  expect(csvLine(line)).toBe(`3,A-1,failed,0,0,0,"'=HYPERLINK(""x"")",,\r\n`)
})
