import { expect, test } from 'vitest'
import {
  foldedKey,
  isFolded,
  keepFolded,
} from '@/app/(workspace)/[workspace]/[project]/board/lanes/folded'
import type { LanesBy } from '@/domain/lanes'

class Memory {
  readonly kept = new Map<string, string>()
  readonly length = 0
  getItem = (key: string) => this.kept.get(key) ?? null
  setItem = (key: string, value: string) => void this.kept.set(key, value)
  removeItem = (key: string) => void this.kept.delete(key)
  clear = () => this.kept.clear()
  key = () => null
}

const lane = (by: LanesBy, id: string) => ({ by, id })
const key = foldedKey('ada', 'alo')

test('a folded row is kept for one person, one project and one kind of rows', () => {
  const storage = new Memory()
  keepFolded(storage, key, lane('person', 'none'), true)
  keepFolded(storage, key, lane('priority', '4'), true)
  expect(isFolded(storage, key, lane('person', 'none'))).toBe(true)
  expect(isFolded(storage, key, lane('priority', '4'))).toBe(true)
  expect(isFolded(storage, key, lane('epic', 'none'))).toBe(false)
  expect(isFolded(storage, foldedKey('ben', 'alo'), lane('person', 'none'))).toBe(false)
  expect(isFolded(storage, foldedKey('ada', 'tern'), lane('person', 'none'))).toBe(false)
  keepFolded(storage, key, lane('person', 'none'), false)
  expect(isFolded(storage, key, lane('person', 'none'))).toBe(false)
  expect(isFolded(storage, key, lane('priority', '4'))).toBe(true)
  keepFolded(storage, key, lane('priority', '4'), false)
  expect(storage.kept.size).toBe(0)
})

test('what is kept stays small, and what is not ours is passed over', () => {
  const storage = new Memory()
  for (let i = 0; i < 600; i++) keepFolded(storage, key, lane('epic', `e${i}`), true)
  expect(isFolded(storage, key, lane('epic', 'e99'))).toBe(false)
  expect(isFolded(storage, key, lane('epic', 'e100'))).toBe(true)
  for (const strange of ['{', '7', '{"a":1}', '[1,null,"x"]']) {
    storage.setItem(key, strange)
    expect(isFolded(storage, key, lane('epic', 'e1'))).toBe(false)
    keepFolded(storage, key, lane('epic', 'e1'), true)
    expect(isFolded(storage, key, lane('epic', 'e1'))).toBe(true)
  }
})

test('a browser that keeps nothing folds all the same', () => {
  expect(isFolded(null, key, lane('epic', 'e1'))).toBe(false)
  expect(() => keepFolded(null, key, lane('epic', 'e1'), true)).not.toThrow()
  const full = new Memory()
  full.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  expect(() => keepFolded(full, key, lane('epic', 'e1'), true)).not.toThrow()
})
