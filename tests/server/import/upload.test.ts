import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { ReadableStream } from 'node:stream/web'
import { afterEach, expect, it, vi } from 'vitest'
import { waitUntilIdle } from '@/server/import/activeImports'
import { importPaths, loadImport, saveImport, uploadsFolder } from '@/server/import/importStorage'
import { receiveUpload } from '@/server/import/receiveUpload'
import { discardImport } from '@/server/import/startImport'
import { logger } from '@/server/observability/logger'
import { loadImportProgress, loadImports } from '@/server/queries/imports'
import { eventually } from '@/tests/support/eventually'
import { createImport, createImportFolder } from '@/tests/support/importFiles'
import { jiraIssue, toLines } from '@/tests/support/jiraIssue'
import { makeWorkspace } from '@/tests/support/people'
import { testDatabase } from '@/tests/support/testDatabase'

const disk = vi.hoisted(() => ({ isFull: false }))

/** The real module, but a full disk takes uploads to the device that the kernel calls full. */
vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>()
  const createWriteStream: typeof fs.createWriteStream = (path, options) =>
    fs.createWriteStream(disk.isFull ? '/dev/full' : path, options)
  return { ...fs, createWriteStream }
})

await testDatabase()
createImportFolder()
const FILE_BYTES = new TextEncoder().encode(toLines([jiraIssue('UP-1')]))

afterEach(() => {
  disk.isFull = false
  vi.restoreAllMocks()
})

/** An upload that sends its content only after `finish`, or breaks off with `fail`. */
function pendingBody() {
  let sender: ReadableStreamDefaultController<Uint8Array> | undefined
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      sender = controller
    },
  })
  const finish = () => {
    sender?.enqueue(FILE_BYTES)
    sender?.close()
  }
  return { body, finish, fail: () => sender?.error(new Error('aborted')) }
}

it('an upload counts from its start, so that concurrent ones do not exceed the limit', async () => {
  const { scope } = await makeWorkspace()
  const bodies = Array.from({ length: 30 }, pendingBody)
  const uploads = bodies.map(({ body }) => receiveUpload(scope, 'file', body))
  const outcomes = Promise.allSettled(uploads)
  await eventually(async () => {
    const rejected = await Promise.all(uploads.map(isRejected))
    expect(rejected.filter(Boolean).length).toBeGreaterThanOrEqual(10)
  })
  const uploading = await loadImports(scope)
  expect(uploading.length).toBeLessThanOrEqual(20)
  expect(uploading.every((each) => each.state === 'uploading')).toBe(true)
  for (const { finish } of bodies) finish()
  const errors = (await outcomes).flatMap((each) =>
    each.status === 'rejected' ? [String(each.reason)] : [],
  )
  expect(errors.every((each) => each.includes('Discard one first'))).toBe(true)
  await waitUntilIdle()
  expect((await loadImports(scope)).every((each) => each.state === 'ready')).toBe(true)
})

it('what a killed process left of an upload is shown as failed and removed later', async () => {
  const person = await makeWorkspace()
  const { scope } = person
  const id = await createImport(person)
  const stored = await loadImport(id)
  if (!stored) throw new Error('The import was not kept.')
  const touchedAgo = (seconds: number) => new Date(Date.now() - seconds * 1_000).toISOString()
  await saveImport({ ...stored, state: 'uploading', touchedAt: touchedAgo(120) })
  expect(await loadImportProgress(scope, id)).toMatchObject({
    state: 'failed',
    error: expect.stringContaining('cut off'),
  })
  await saveImport({ ...stored, state: 'uploading', touchedAt: touchedAgo(3_600) })
  writeFileSync(importPaths(id).file, 'a part of the file')
  const next = await createImport(person)
  expect(existsSync(importPaths(id).folder)).toBe(false)
  expect((await loadImports(scope)).map((each) => each.id)).toEqual([next])
})

it('an upload cannot be discarded while it is received', async () => {
  const { scope } = await makeWorkspace()
  const { body, finish } = pendingBody()
  const upload = receiveUpload(scope, 'file', body)
  const [listed] = await eventually(async () => {
    const all = await loadImports(scope)
    expect(all).toHaveLength(1)
    return all
  })
  await expect(discardImport(scope, listed?.id ?? '')).rejects.toThrow('still being uploaded')
  finish()
  const { id } = await upload
  await waitUntilIdle()
  expect(await loadImportProgress(scope, id)).toMatchObject({
    state: 'ready',
    size: FILE_BYTES.length,
  })
  await discardImport(scope, id)
})

it('an upload that its sender breaks off is not kept, and the log says why', async () => {
  const { scope } = await makeWorkspace()
  const before = uploadFolders()
  const warn = vi.spyOn(logger(), 'warn').mockImplementation(() => {})
  const { body, fail } = pendingBody()
  const upload = receiveUpload(scope, 'file', body)
  fail()
  await expect(upload).rejects.toMatchObject({
    kind: 'invalid',
    message: expect.stringContaining('cut off'),
  })
  expect(warn.mock.calls[0]?.[0]).toMatchObject({ err: { cause: { message: 'aborted' } } })
  expect(uploadFolders()).toEqual(before)
})

it('a full disk is named to the person and logged as an error', async () => {
  const { scope } = await makeWorkspace()
  const before = uploadFolders()
  const error = vi.spyOn(logger(), 'error').mockImplementation(() => {})
  const { body, finish } = pendingBody()
  disk.isFull = true
  const upload = receiveUpload(scope, 'file', body)
  finish()
  await expect(upload).rejects.toMatchObject({
    message: 'The disk of the server is full. Nothing was kept.',
  })
  expect(error.mock.calls[0]?.[0]).toMatchObject({ err: { code: 'ENOSPC' } })
  expect(uploadFolders()).toEqual(before)
})

/** Returns the names of the stored uploads. The folder is missing before the first one. */
const uploadFolders = () => (existsSync(uploadsFolder()) ? readdirSync(uploadsFolder()) : [])

/** Returns whether a promise is rejected already, without waiting for it. */
const isRejected = (promise: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    promise.then(
      () => false,
      () => true,
    ),
    new Promise<boolean>((resolve) => setImmediate(resolve, false)),
  ])
