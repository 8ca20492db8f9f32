import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { beginImport, cancelImport, discardImport } from '@/server/import/begin'
import { loadImport, placesOf, saveImport } from '@/server/import/folder'
import { receiveUpload } from '@/server/import/receive'
import { allIdle } from '@/server/import/working'
import { importPreview, importProgress, importReport, imports } from '@/server/queries/imports'
import { testDatabase } from '@/tests/support/database'
import { importFolder, makeImport } from '@/tests/support/imports'
import { jiraIssue, linesOf } from '@/tests/support/jira'
import { makePerson, makeWorkspace } from '@/tests/support/people'

await testDatabase()
importFolder()
const bodyOf = (text: string) => new Blob([text]).stream() as never

it('goes from the upload through the preview to the report, and lets the file go', async () => {
  const { scope } = await makeWorkspace()
  const body = bodyOf(linesOf([jiraIssue('UP-1'), 'broken', jiraIssue('UP-2')]))
  const { id } = await receiveUpload(scope, 'up.ndjson', body)
  await allIdle()
  expect(await importProgress(scope, id)).toMatchObject({
    state: 'ready',
    total: 3,
    name: 'up.ndjson',
  })
  const preview = await importPreview(scope, id)
  expect(preview?.findings).toMatchObject({ issues: 2, problemCount: 1 })
  expect(preview?.findings.projects[0]).not.toHaveProperty('order')
  await beginImport(scope, id, preview?.mapping ?? {})
  await expect(beginImport(scope, id, {})).rejects.toThrow('running already')
  await allIdle()
  const done = await importProgress(scope, id)
  expect(done).toMatchObject({ state: 'done', done: 3, totals: { outcomes: { created: 2 } } })
  expect(existsSync(placesOf(id).file)).toBe(false)
  await expect(beginImport(scope, id, {})).rejects.toThrow('is done')
  const report = await importReport(scope, id, { outcomes: ['left-out'] })
  expect(report).toMatchObject({ lines: [{ line: 2 }], next: null })
  expect(await importReport(scope, id, { text: 'up-2' })).toMatchObject({
    lines: [{ key: 'UP-2' }],
  })
  expect(await importReport(scope, id, { noted: true }, 1)).toEqual({ lines: [], next: null })
  expect((await imports(scope)).map((each) => each.id)).toEqual([id])
  await discardImport(scope, id)
  expect(await imports(scope)).toEqual([])
})

it('is nothing to other workspaces, and nothing for members', async () => {
  const me = await makeWorkspace()
  const { scope: stranger } = await makeWorkspace()
  const { scope: member } = await makePerson(me, 'member')
  const id = await makeImport(me)
  const none = 'There is nothing here'
  await expect(importProgress(stranger, id)).rejects.toThrow(none)
  await expect(importPreview(stranger, id)).rejects.toThrow(none)
  await expect(beginImport(stranger, id, {})).rejects.toThrow(none)
  await expect(cancelImport(stranger, id)).rejects.toThrow(none)
  await expect(discardImport(stranger, id)).rejects.toThrow(none)
  await expect(importProgress(stranger, '../../etc')).rejects.toThrow(none)
  await expect(importProgress(member, id)).rejects.toThrow('Only admins')
  await expect(receiveUpload(member, 'x', bodyOf('x'))).rejects.toThrow('Only admins')
  expect(await imports(stranger)).toEqual([])
})

it('whose process died can be started again', async () => {
  const { scope } = await makeWorkspace()
  const id = await makeImport(await makePerson(scope, 'admin'))
  const stored = await loadImport(id)
  if (!stored) throw new Error('The import was not kept.')
  await saveImport({ ...stored, state: 'running', touchedAt: '2024-01-01T00:00:00.000Z' })
  expect(await importProgress(scope, id)).toMatchObject({ state: 'interrupted' })
  await beginImport(scope, id, {})
  await allIdle()
  expect(await importProgress(scope, id)).toMatchObject({ state: 'done' })
})

it('that is asked to stop while it is read, stops', async () => {
  const { scope } = await makeWorkspace()
  const lines = Array.from({ length: 60_000 }, (_, i) => jiraIssue(`LONG-${i + 1}`))
  const { id } = await receiveUpload(scope, 'long', bodyOf(linesOf(lines)))
  await cancelImport(scope, id)
  await allIdle()
  expect(await importProgress(scope, id)).toMatchObject({ state: 'cancelled' })
})

it('refuses mappings that cannot be', async () => {
  const me = await makeWorkspace()
  const { scope } = me
  const { scope: stranger } = await makeWorkspace()
  const id = await makeImport(me)
  const begin = (changes: object) => beginImport(scope, id, changes)
  await expect(begin({ projects: { ONE: { take: false } } })).rejects.toThrow(
    'at least one project',
  )
  await expect(begin({ people: { 'u-rita': stranger.person.id } })).rejects.toThrow('not here')
  await expect(begin({ types: { Nonsense: 'bug' } })).rejects.toThrow('no “Nonsense”')
})
