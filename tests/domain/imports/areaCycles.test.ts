import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

// `npm run imports` forbids cycles between files. Between areas imports of types count too: two
// folders whose types need each other cannot be understood or moved separately.

/** Folders whose subfolders are the areas. */
const PARENTS = ['app/_features', 'app/_replica', 'server']

const IMPORT = /(?:from|import)\s*\(?\s*'([^']+)'/g

type Edge = { from: string; to: string; example: string }

function areaOf(file: string, parent: string): string | undefined {
  if (!file.startsWith(`${parent}/`)) return undefined
  const [area, ...rest] = file.slice(parent.length + 1).split('/')
  return rest.length > 0 ? area : undefined
}

function edgesOf(parent: string): Edge[] {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', parent], {
    encoding: 'utf8',
  })
  return files
    .split('\n')
    .filter((file) => /\.tsx?$/.test(file) && existsSync(file))
    .flatMap((file) => importsOf(file).map((target) => [file, target] as const))
    .flatMap(([file, target]) => {
      const [from, to] = [areaOf(file, parent), areaOf(target, parent)]
      return from && to && from !== to ? [{ from, to, example: `${file} → ${target}` }] : []
    })
}

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap(([, path = '']) => {
    if (path.startsWith('@/')) return [path.slice(2)]
    return path.startsWith('.') ? [join(dirname(file), path)] : []
  })
}

/** Returns the edges of one cycle, or null. */
function findCycle(edges: Edge[]): Edge[] | null {
  const done = new Set<string>()
  const walk = (area: string, path: Edge[]): Edge[] | null => {
    const start = path.findIndex((edge) => edge.from === area)
    if (start >= 0) return path.slice(start)
    if (done.has(area)) return null
    for (const edge of edges.filter((each) => each.from === area)) {
      const cycle = walk(edge.to, [...path, edge])
      if (cycle) return cycle
    }
    done.add(area)
    return null
  }
  for (const { from } of edges) {
    const cycle = walk(from, [])
    if (cycle) return cycle
  }
  return null
}

describe('areas import each other in one direction only', () => {
  test.each(PARENTS)('the folders of %s have no cycle', (parent) => {
    const edges = edgesOf(parent)
    expect(edges.length).toBeGreaterThan(10)
    expect(findCycle(edges)?.map(({ example }) => example) ?? []).toEqual([])
  })

  test('a cycle over three areas is found', () => {
    const edge = (from: string, to: string) => ({ from, to, example: `${from} → ${to}` })
    const edges = [edge('a', 'b'), edge('d', 'a'), edge('b', 'c'), edge('c', 'b')]
    expect(findCycle(edges)?.map(({ example }) => example)).toEqual(['b → c', 'c → b'])
    expect(findCycle(edges.slice(0, 3))).toBeNull()
  })
})
