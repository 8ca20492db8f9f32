import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url))
const readProjectFile = (file: string) => readFileSync(join(PROJECT, file), 'utf8')

/** Variables that the system, Next or a test run sets. */
const SET_BY_OTHERS = ['CI', 'LD_LIBRARY_PATH', 'NEXT_RUNTIME', 'NODE_ENV', 'PATH', 'TZ']
/** Variables that Concord sets for a library, and does not read. */
const SET_BY_CONCORD = ['AUTH_TRUST_HOST']

function sourceFiles(): string[] {
  const folders = ['app', 'db', 'domain', 'scripts', 'server'].flatMap((folder) =>
    readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(folder, name),
    ),
  )
  return [...folders, ...readdirSync(PROJECT)].filter((name) => /\.(tsx?|mjs)$/.test(name))
}

test('.env.example lists every environment variable that the code reads', () => {
  const checked = readProjectFile('server/environment.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)
  const read = sourceFiles().flatMap((file) => [
    ...readProjectFile(file).matchAll(/process\.env\.([A-Z_]+)/g),
  ])
  const names = new Set([...checked, ...read].map(([, name = '']) => name))
  for (const name of [...SET_BY_OTHERS, ...SET_BY_CONCORD]) names.delete(name)
  const listed = [...readProjectFile('.env.example').matchAll(/^#([A-Z_]+)=/gm)].map(
    ([, name]) => name,
  )
  expect(names.size).toBeGreaterThan(15)
  expect(listed.sort()).toEqual([...names].sort())
})
