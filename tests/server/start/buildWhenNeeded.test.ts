import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { buildWhenNeeded } from '@/scripts/launch/buildWhenNeeded.mjs'

const runCommand = vi.hoisted(() => vi.fn<() => Promise<void>>())
vi.mock('@/scripts/launch/runCommand.mjs', () => ({ runCommand }))
vi.mock('@/scripts/launch/runStep.mjs', () => ({
  runStep: (_title: string, work: () => Promise<void>) => work(),
}))

const folder = mkdtempSync(join(tmpdir(), 'concord-build-'))
const stamp = join(folder, 'concord-sources')
process.env.NEXT_DIST_DIR = folder
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(() => {
  runCommand.mockReset()
  rmSync(stamp, { force: true })
  writeFileSync(join(folder, 'BUILD_ID'), 'an id')
})

test('the app is built once as long as its sources stay the same', async () => {
  runCommand.mockResolvedValue()
  await buildWhenNeeded()
  await buildWhenNeeded()
  expect(runCommand).toHaveBeenCalledOnce()
})

test('a build that fails is not taken for the one before it', async () => {
  runCommand.mockResolvedValue()
  await buildWhenNeeded()
  const sources = readFileSync(stamp, 'utf8')
  writeFileSync(stamp, 'the sources of an older build')
  runCommand.mockRejectedValue(new Error('interrupted'))
  await expect(buildWhenNeeded()).rejects.toThrow('interrupted')
  expect(existsSync(stamp)).toBe(false)
  runCommand.mockResolvedValue()
  await buildWhenNeeded()
  expect(readFileSync(stamp, 'utf8')).toBe(sources)
})
