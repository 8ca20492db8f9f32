import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const readProjectFile = (file: string) =>
  readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8')

test('.env.example lists every environment variable that the code reads', () => {
  const checked = [...readProjectFile('server/environment.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)]
  const atStart = ['PORT', 'HOST', 'CONCORD_DATA', 'CONCORD_DEMO', 'DATABASE_OWNER_URL']
  const names = [...checked.map(([, name]) => name), ...atStart].sort()
  const listed = [...readProjectFile('.env.example').matchAll(/^#([A-Z_]+)=/gm)].map(
    ([, name]) => name,
  )
  expect(names.length).toBeGreaterThan(15)
  expect(listed.sort()).toEqual(names)
})
