import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isLongRun } from '@/tests/support/propertyRuns'

// docs/extending.md shows the diff that adds a field. This test applies it.

const ROOT = process.cwd()
const PATCH = join(ROOT, 'docs/extending/severity.patch')

const run = (folder: string, command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' })

test('the diff of a new field applies to the code and changes at most six files', () => {
  run(ROOT, 'git', 'apply', '--check', PATCH)
  const files = [...readFileSync(PATCH, 'utf8').matchAll(/^\+\+\+ b\/(.*)$/gm)].map(
    ([, path]) => path,
  )
  const written = files.filter((path) => !path?.startsWith('tests/'))
  expect(written.length).toBeLessThanOrEqual(6)
  const guide = readFileSync(join(ROOT, 'docs/extending.md'), 'utf8')
  for (const path of written) expect(guide).toContain(`\`${path}\``)
})

describe('a copy of the project with the new field', () => {
  let copy = ''
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'concord-field-'))
    const isLeftOut = /(^|\/)(\.git|\.next[^/]*|\.data|node_modules|test-results)$/
    cpSync(ROOT, copy, { recursive: true, filter: (path) => !isLeftOut.test(path) })
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
    run(copy, 'git', 'apply', PATCH)
  })
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  // It takes half a minute.
  test.runIf(isLongRun)(
    'the copy passes the type check',
    () => {
      expect(run(copy, 'npx', 'tsc', '--noEmit')).toBe('')
    },
    300_000,
  )

  test('the tests of the new field pass in the copy', () => {
    run(copy, 'npx', 'vitest', 'run', '--project', 'domain', 'tests/domain/severity.test.ts')
  }, 120_000)
})
