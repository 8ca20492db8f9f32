import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

// docs/extending.md shows by a diff what it takes to add a field. Here the diff is applied.

const ROOT = process.cwd()
const PATCH = join(ROOT, 'docs/extending/severity.patch')
/** Only in `npm run test:long`: the type check of a whole copy takes half a minute. */
const isLongRun = Boolean(process.env.CONCORD_LONG_TESTS)

const run = (folder: string, command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' })

test('the diff of a new field fits the code, and touches six files at most', () => {
  run(ROOT, 'git', 'apply', '--check', PATCH)
  const files = [...readFileSync(PATCH, 'utf8').matchAll(/^\+\+\+ b\/(.*)$/gm)].map(
    ([, path]) => path,
  )
  const written = files.filter((path) => !path?.startsWith('tests/'))
  expect(written.length).toBeLessThanOrEqual(6)
  const guide = readFileSync(join(ROOT, 'docs/extending.md'), 'utf8')
  for (const path of written) expect(guide).toContain(`\`${path}\``)
})

describe.runIf(isLongRun)('a copy of the project with the new field', () => {
  let copy = ''
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'concord-field-'))
    const isLeftOut = /(^|\/)(\.git|\.next[^/]*|node_modules|data|test-results)$/
    cpSync(ROOT, copy, { recursive: true, filter: (path) => !isLeftOut.test(path) })
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
    run(copy, 'git', 'apply', PATCH)
  })
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  test('passes the type check', () => {
    expect(run(copy, 'npx', 'tsc', '--noEmit')).toBe('')
  }, 300_000)

  test('shows the field wherever fields are shown', () => {
    run(copy, 'npx', 'vitest', 'run', '--project', 'domain', 'tests/domain/severity.test.ts')
  }, 120_000)
})
