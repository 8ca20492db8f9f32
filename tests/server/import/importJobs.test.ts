import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { waitUntilIdle } from '@/server/import/activeImports'
import { importPaths, loadImport, saveImport } from '@/server/import/importStorage'
import { receiveUpload } from '@/server/import/receiveUpload'
import { cancelImport, discardImport, startImport } from '@/server/import/startImport'
import {
  loadImportPreview,
  loadImportProgress,
  loadImportReport,
  loadImports,
} from '@/server/queries/imports'
import { createImport, createImportFolder } from '@/tests/support/importFiles'
import { jiraIssue, toLines } from '@/tests/support/jiraIssue'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import { testDatabase } from '@/tests/support/testDatabase'

await testDatabase()
createImportFolder()
const bodyOf = (text: string) => new Blob([text]).stream() as never

it('an import goes from the upload through the preview to the report and then deletes its file', async () => {
  const { scope } = await makeWorkspace()
  const body = bodyOf(toLines([jiraIssue('UP-1'), 'broken', jiraIssue('UP-2')]))
  const { id } = await receiveUpload(scope, 'up.ndjson', body)
  await waitUntilIdle()
  expect(await loadImportProgress(scope, id)).toMatchObject({
    state: 'ready',
    total: 3,
    name: 'up.ndjson',
  })
  const preview = await loadImportPreview(scope, id)
  expect(preview?.findings).toMatchObject({ issues: 2, problemCount: 1 })
  expect(preview?.findings.projects[0]).not.toHaveProperty('numbersByRank')
  await startImport(scope, id, preview?.mapping ?? {})
  await expect(startImport(scope, id, {})).rejects.toThrow('running already')
  await waitUntilIdle()
  const done = await loadImportProgress(scope, id)
  expect(done).toMatchObject({ state: 'done', done: 3, totals: { outcomes: { created: 2 } } })
  expect(existsSync(importPaths(id).file)).toBe(false)
  await expect(startImport(scope, id, {})).rejects.toThrow('is done')
  const report = await loadImportReport(scope, id, { outcomes: ['skipped'] })
  expect(report).toMatchObject({ lines: [{ line: 2 }], next: null })
  expect(await loadImportReport(scope, id, { text: 'up-2' })).toMatchObject({
    lines: [{ key: 'UP-2' }],
  })
  expect(await loadImportReport(scope, id, { withNotes: true }, 1)).toEqual({
    lines: [],
    next: null,
  })
  expect((await loadImports(scope)).map((each) => each.id)).toEqual([id])
  await discardImport(scope, id)
  expect(await loadImports(scope)).toEqual([])
})

it('other workspaces cannot find an import, and members may not see it', async () => {
  const me = await makeWorkspace()
  const { scope: stranger } = await makeWorkspace()
  const { scope: member } = await makePerson(me, 'member')
  const id = await createImport(me)
  const none = 'There is nothing here'
  await expect(loadImportProgress(stranger, id)).rejects.toThrow(none)
  await expect(loadImportPreview(stranger, id)).rejects.toThrow(none)
  await expect(startImport(stranger, id, {})).rejects.toThrow(none)
  await expect(cancelImport(stranger, id)).rejects.toThrow(none)
  await expect(discardImport(stranger, id)).rejects.toThrow(none)
  await expect(loadImportProgress(stranger, '../../etc')).rejects.toThrow(none)
  await expect(loadImportProgress(member, id)).rejects.toThrow('Only admins')
  await expect(receiveUpload(member, 'x', bodyOf('x'))).rejects.toThrow('Only admins')
  expect(await loadImports(stranger)).toEqual([])
})

it('an import whose process died can be started again', async () => {
  const { scope } = await makeWorkspace()
  const id = await createImport(await makePerson(scope, 'admin'))
  const stored = await loadImport(id)
  if (!stored) throw new Error('The import was not kept.')
  await saveImport({ ...stored, state: 'running', touchedAt: '2024-01-01T00:00:00.000Z' })
  expect(await loadImportProgress(scope, id)).toMatchObject({ state: 'interrupted' })
  await startImport(scope, id, {})
  await waitUntilIdle()
  expect(await loadImportProgress(scope, id)).toMatchObject({ state: 'done' })
})

it('a scan stops when it is canceled', async () => {
  const { scope } = await makeWorkspace()
  const lines = Array.from({ length: 60_000 }, (_, i) => jiraIssue(`LONG-${i + 1}`))
  const { id } = await receiveUpload(scope, 'long', bodyOf(toLines(lines)))
  await cancelImport(scope, id)
  await waitUntilIdle()
  expect(await loadImportProgress(scope, id)).toMatchObject({ state: 'cancelled' })
})

it('invalid mappings are rejected', async () => {
  const me = await makeWorkspace()
  const { scope } = me
  const { scope: stranger } = await makeWorkspace()
  const id = await createImport(me)
  const begin = (changes: object) => startImport(scope, id, changes)
  await expect(begin({ projects: { ONE: { included: false } } })).rejects.toThrow(
    'at least one project',
  )
  await expect(begin({ people: { 'u-rita': stranger.person.id } })).rejects.toThrow('not here')
  await expect(begin({ types: { Nonsense: 'bug' } })).rejects.toThrow('no “Nonsense”')
})
