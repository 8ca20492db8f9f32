import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { missingPatches } from '@/scripts/launch/patches.mjs'

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url))
const PATCH = 'patches/postgres+3.4.9.patch'
const PATCHED = 'node_modules/postgres/src/connection.js'

/** Returns a folder with a copy of the patch and of the file that it changes. */
function copyOfProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'concord-patches-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(join(PROJECT, 'patches'), join(folder, 'patches'), { recursive: true })
  cpSync(join(PROJECT, 'node_modules/postgres'), join(folder, 'node_modules/postgres'), {
    recursive: true,
  })
  return folder
}

test('the packages of this checkout are patched', () => {
  expect(missingPatches(PROJECT)).toEqual([])
})

test('a package that lacks one line of its patch counts as unpatched', () => {
  const folder = copyOfProject()
  const file = join(folder, PATCHED)
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^.*if \(socket === null\) \{$/m, ''))
  expect(missingPatches(folder)).toEqual([PATCH])
})

test('a package that is not installed counts as unpatched', () => {
  const folder = copyOfProject()
  rmSync(dirname(dirname(join(folder, PATCHED))), { recursive: true })
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  expect(missingPatches(folder)).toEqual([PATCH])
})
