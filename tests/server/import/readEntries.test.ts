import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEntries } from '@/server/import/file/readEntries'
import { splitJsonDocument } from '@/server/import/file/splitJsonDocument'
import { type FileEntry, splitLines } from '@/server/import/file/splitLines'
import { createImportFolder } from '@/tests/support/importFiles'
import { propertyRuns } from '@/tests/support/propertyRuns'

const folder = createImportFolder()

async function collect<T>(pieces: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const piece of pieces) found.push(piece)
  return found
}

function readParts(name: string, content: string | Buffer): Promise<FileEntry[]> {
  const path = join(folder, name)
  writeFileSync(path, content)
  return collect(readEntries(path))
}

/** Splits a text into chunks at random places. */
const splitAt = (text: string, at: number[]) => {
  const places = [...new Set(at.map((each) => each % (text.length + 1)))].sort((a, b) => a - b)
  const ends = [...places, text.length]
  return ends.map((end, i) => text.slice(ends[i - 1] ?? 0, end))
}
async function* stream(chunks: string[]) {
  yield* chunks
}

describe('reading an import file', () => {
  it('a file is read line by line with its line numbers, gzipped or not', async () => {
    const text = '\uFEFF{"key":"A-1"}\r\n\n{"key":"A-2"}\n'
    const lines = [
      { line: 1, text: '{"key":"A-1"}' },
      { line: 3, text: '{"key":"A-2"}' },
    ]
    expect(await readParts('plain', text)).toEqual(lines)
    expect(await readParts('packed', gzipSync(text))).toEqual(lines)
    expect(
      await readParts(
        'parts',
        Buffer.concat([gzipSync(text.slice(0, 9)), gzipSync(text.slice(9))]),
      ),
    ).toEqual(lines)
  })

  it('a file may be one JSON document', async () => {
    const issues = [{ key: 'A-1', n: [{ issues: [1] }] }, { key: 'A-2' }]
    const found = issues.map((issue, i) => ({ line: i + 1, text: JSON.stringify(issue) }))
    const whole = { expand: 'x', names: { issues: 'no' }, total: 2, issues, after: [{ key: 'no' }] }
    expect(await readParts('array', JSON.stringify(issues))).toEqual(found)
    expect(await readParts('issues', JSON.stringify(whole))).toEqual(found)
    const pretty = await readParts('pretty', JSON.stringify(whole, null, 2))
    expect(pretty.map((each) => 'text' in each && JSON.parse(each.text))).toEqual(issues)
  })

  it('a truncated file yields its entries and the place where it ends', async () => {
    const text = Array.from({ length: 500 }, (_, i) => `{"key":"A-${i}","n":${Math.random()}}`)
    const whole = gzipSync(text.join('\n'))
    const pieces = await readParts('cut', whole.subarray(0, whole.length / 2))
    const last = pieces.at(-1)
    expect(pieces.length).toBeGreaterThan(50)
    expect(last).toEqual({
      line: pieces.length,
      problem: 'The gzip file ends too early: it was cut short.',
    })
    expect(pieces.slice(0, -1).map((each) => 'text' in each && each.text)).toEqual(
      text.slice(0, pieces.length - 1),
    )
  })

  it('a damaged gzip and a truncated document are reported', async () => {
    const whole = gzipSync(Array.from({ length: 500 }, () => Math.random()).join('\n'))
    whole.fill(0xff, 1000, 1100)
    expect((await readParts('damaged', whole)).at(-1)).toMatchObject({
      problem: expect.any(String),
    })
    expect(await readParts('open', '{"issues": [{"key": "A-1"}, {"key": ')).toEqual([
      { line: 1, text: '{"key": "A-1"}' },
      { line: 2, problem: 'The document ends in the middle of an issue.' },
    ])
  })

  it.each([
    ['', 'The file is empty.'],
    ['<?xml version="1.0"?>', 'This is XML or HTML, not JSON.'],
    ['Issue key,Summary\nA-1,x', 'This looks like CSV, not JSON.'],
    ['PK\u0003\u0004', 'This is a zip file; unpack it first.'],
    ['hello', 'This is not JSON.'],
  ])('a file that contains %j is reported with “%s”', async (content, problem) => {
    const [piece, ...more] = await readParts('other', content)
    expect(more).toEqual([])
    expect(piece).toMatchObject({ line: 1, problem: expect.stringContaining(problem) })
  })

  it('the entries do not depend on the chunks', async () => {
    const value = fc.jsonValue({ maxDepth: 3 })
    const issues = fc.array(fc.dictionary(fc.string(), value), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(issues, fc.array(fc.nat()), async (list, at) => {
        const texts = list.map((issue) => JSON.stringify(issue))
        const lines = await collect(splitLines(stream(splitAt(texts.join('\n'), at))))
        expect(lines).toEqual(texts.map((text, i) => ({ line: i + 1, text })))
        const document = `{"a": [{}], "issues": [${texts.join(', ')}]}`
        expect(await collect(splitJsonDocument(stream(splitAt(document, at))))).toEqual(lines)
      }),
      propertyRuns(),
    )
  })
})
