import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url))
const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(PROJECT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
]
const SOURCE_PATH = /`((?:app|db|docs|domain|scripts|server|tests)\/[\w\-./()[\]]+)`/g
const LINK = /\]\((?!https?:|#)([^)#]+)/g

test.each(DOCUMENTS)('every file that %s names exists', (document) => {
  const text = readFileSync(join(PROJECT, document), 'utf8')
  const paths = [...text.matchAll(SOURCE_PATH)].map(([, path = '']) => path)
  const links = [...text.matchAll(LINK)].map(([, link = '']) => join(dirname(document), link))
  const missing = [...paths, ...links].filter((path) => !existsSync(join(PROJECT, path)))
  expect(missing).toEqual([])
})
