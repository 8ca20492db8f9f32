import { expect, test } from 'vitest'
import {
  collapsedSwimlanesKey,
  isSwimlaneCollapsed,
  storeSwimlaneCollapsed,
} from '@/app/_features/board/swimlanes/collapsedSwimlanes'
import type { SwimlaneGrouping } from '@/domain/views/swimlanes'

class MemoryStorage {
  readonly kept = new Map<string, string>()
  readonly length = 0
  getItem = (key: string) => this.kept.get(key) ?? null
  setItem = (key: string, value: string) => void this.kept.set(key, value)
  removeItem = (key: string) => void this.kept.delete(key)
  clear = () => this.kept.clear()
  key = () => null
}

const swimlane = (groupBy: SwimlaneGrouping, id: string) => ({ groupBy, id })
const storageKey = collapsedSwimlanesKey('ada', 'alo')

test('a collapsed swimlane is stored per person, project and grouping', () => {
  const storage = new MemoryStorage()
  storeSwimlaneCollapsed(storage, storageKey, swimlane('person', 'none'), true)
  storeSwimlaneCollapsed(storage, storageKey, swimlane('priority', '4'), true)
  expect(isSwimlaneCollapsed(storage, storageKey, swimlane('person', 'none'))).toBe(true)
  expect(isSwimlaneCollapsed(storage, storageKey, swimlane('priority', '4'))).toBe(true)
  expect(isSwimlaneCollapsed(storage, storageKey, swimlane('epic', 'none'))).toBe(false)
  expect(
    isSwimlaneCollapsed(storage, collapsedSwimlanesKey('ben', 'alo'), swimlane('person', 'none')),
  ).toBe(false)
  expect(
    isSwimlaneCollapsed(storage, collapsedSwimlanesKey('ada', 'tern'), swimlane('person', 'none')),
  ).toBe(false)
  storeSwimlaneCollapsed(storage, storageKey, swimlane('person', 'none'), false)
  expect(isSwimlaneCollapsed(storage, storageKey, swimlane('person', 'none'))).toBe(false)
  expect(isSwimlaneCollapsed(storage, storageKey, swimlane('priority', '4'))).toBe(true)
  storeSwimlaneCollapsed(storage, storageKey, swimlane('priority', '4'), false)
  expect(storage.kept.size).toBe(0)
})

test('stored swimlanes are limited in number, and foreign data is ignored', () => {
  const storage = new MemoryStorage()
  for (let i = 0; i < 600; i++)
    storeSwimlaneCollapsed(storage, storageKey, swimlane('epic', `e${i}`), true)
  expect(isSwimlaneCollapsed(storage, storageKey, swimlane('epic', 'e99'))).toBe(false)
  expect(isSwimlaneCollapsed(storage, storageKey, swimlane('epic', 'e100'))).toBe(true)
  for (const strange of ['{', '7', '{"a":1}', '[1,null,"x"]']) {
    storage.setItem(storageKey, strange)
    expect(isSwimlaneCollapsed(storage, storageKey, swimlane('epic', 'e1'))).toBe(false)
    storeSwimlaneCollapsed(storage, storageKey, swimlane('epic', 'e1'), true)
    expect(isSwimlaneCollapsed(storage, storageKey, swimlane('epic', 'e1'))).toBe(true)
  }
})

test('swimlanes collapse even in a browser without storage', () => {
  expect(isSwimlaneCollapsed(null, storageKey, swimlane('epic', 'e1'))).toBe(false)
  expect(() => storeSwimlaneCollapsed(null, storageKey, swimlane('epic', 'e1'), true)).not.toThrow()
  const full = new MemoryStorage()
  full.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  expect(() => storeSwimlaneCollapsed(full, storageKey, swimlane('epic', 'e1'), true)).not.toThrow()
})
