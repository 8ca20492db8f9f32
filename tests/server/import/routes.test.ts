import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { GET } from '@/app/api/import/[id]/report/route'
import { POST } from '@/app/api/import/route'
import { createSession } from '@/server/auth/session'
import { encodeSessionToken, SESSION_COOKIE } from '@/server/auth/sessionToken'
import { waitUntilIdle } from '@/server/import/activeImports'
import { uploadsFolder } from '@/server/import/importStorage'
import { skippedLine } from '@/server/import/report'
import { REPORT_CSV_HEADER, reportCsvLine } from '@/server/import/reportCsv'
import { discardImport, startImport } from '@/server/import/startImport'
import { createImport, createImportFolder } from '@/tests/support/importFiles'
import { jiraIssue, toLines } from '@/tests/support/jiraIssue'
import { makePerson, makeWorkspace, type TestPerson } from '@/tests/support/people'
import { testDatabase } from '@/tests/support/testDatabase'

process.env.NEXTAUTH_URL = 'http://localhost:3000'
process.env.NEXTAUTH_SECRET = 'a secret of at least 32 characters'
await testDatabase()
createImportFolder()

async function headersOf(person: TestPerson | null, more: Record<string, string> = {}) {
  const headers = new Headers({ host: 'localhost:3000', ...more })
  if (person) {
    const token = await encodeSessionToken(await createSession(person.account.id, null))
    headers.set('cookie', `${SESSION_COOKIE}=${token}`)
  }
  return headers
}

async function upload(person: TestPerson | null, slug: string, body: string, more = {}) {
  const url = `http://localhost:3000/api/import?workspace=${slug}&name=file.ndjson`
  const response = await POST(
    new Request(url, { method: 'POST', headers: await headersOf(person, more), body }),
  )
  await waitUntilIdle()
  return { status: response.status, answer: await response.json() }
}

async function downloadReport(person: TestPerson | null, slug: string, id: string, format = 'csv') {
  const url = `http://localhost:3000/api/import/${id}/report?workspace=${slug}&format=${format}`
  const request = new Request(url, { headers: await headersOf(person) })
  return GET(request, { params: Promise.resolve({ id }) })
}

const FILE_TEXT = toLines([jiraIssue('WEB-1'), 'broken, "so"'])

it('an admin can upload a file and download the report', async () => {
  const me = await makeWorkspace()
  const { status, answer } = await upload(me, me.slug, FILE_TEXT)
  expect(status).toBe(201)
  await startImport(me.scope, answer.id, {})
  await waitUntilIdle()
  const csv = await downloadReport(me, me.slug, answer.id)
  expect(csv.headers.get('content-disposition')).toContain('import-report.csv')
  const lines = (await csv.text()).split('\r\n')
  expect(lines[0]).toBe(REPORT_CSV_HEADER.trim())
  expect(lines[1]).toMatch(/^1,WEB-1,created,0,0,/)
  expect(lines[2]).toMatch(/^2,,skipped,0,0,0,"This is not whole JSON: broken, ""so""/)
  const ndjson = await (await downloadReport(me, me.slug, answer.id, 'ndjson')).text()
  expect(
    ndjson
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).outcome),
  ).toEqual(['created', 'skipped'])
})

it('a workspace can keep twenty files and upload another after discarding one', async () => {
  const me = await makeWorkspace()
  const first = await createImport(me)
  for (let i = 1; i < 20; i++) await createImport(me)
  const before = readdirSync(uploadsFolder()).length
  const { status, answer } = await upload(me, me.slug, FILE_TEXT)
  expect(status).toBe(409)
  expect(answer.error).toContain('Discard one first')
  expect(readdirSync(uploadsFolder()).length).toBe(before)
  const other = await makeWorkspace()
  expect((await upload(other, other.slug, FILE_TEXT)).status).toBe(201)
  await discardImport(me.scope, first)
  expect((await upload(me, me.slug, FILE_TEXT)).status).toBe(201)
})

it('strangers, members, people who are signed out and other sites are rejected, and nothing is stored', async () => {
  const me = await makeWorkspace()
  const stranger = await makeWorkspace()
  const member = await makePerson(me, 'member')
  const { answer } = await upload(me, me.slug, FILE_TEXT)
  const before = readdirSync(uploadsFolder()).length
  expect(await upload(null, me.slug, FILE_TEXT)).toMatchObject({ status: 401 })
  expect(await upload(stranger, me.slug, FILE_TEXT)).toMatchObject({ status: 404 })
  expect(await upload(stranger, 'no-such-place', FILE_TEXT)).toMatchObject({ status: 404 })
  expect(await upload(member, me.slug, FILE_TEXT)).toMatchObject({ status: 403 })
  const foreign = { origin: 'https://evil.example' }
  expect(await upload(me, me.slug, FILE_TEXT, foreign)).toMatchObject({ status: 403 })
  expect(await upload(me, me.slug, '')).toMatchObject({ status: 400 })
  expect(readdirSync(uploadsFolder())).toHaveLength(before)
  expect((await downloadReport(null, me.slug, answer.id)).status).toBe(401)
  expect((await downloadReport(stranger, me.slug, answer.id)).status).toBe(404)
  expect((await downloadReport(stranger, stranger.slug, answer.id)).status).toBe(404)
  expect((await downloadReport(member, me.slug, answer.id)).status).toBe(403)
  expect((await downloadReport(me, me.slug, 'nonsense')).status).toBe(404)
})

it('a file that is too large is rejected and not stored', async () => {
  const me = await makeWorkspace()
  process.env.IMPORT_MAX_MB = '0.001'
  const { status, answer } = await upload(me, me.slug, 'x'.repeat(5000))
  delete process.env.IMPORT_MAX_MB
  expect(status).toBe(400)
  expect(answer.error).toContain('larger than')
})

it('the CSV contains nothing that a spreadsheet would run as a formula', () => {
  const line = skippedLine(3, 'A-1', 'failed', '=HYPERLINK("x")')
  expect(reportCsvLine(line)).toBe(`3,A-1,failed,0,0,0,"'=HYPERLINK(""x"")",,\r\n`)
})
