import { expect, it } from 'vitest'
import { conflictToOpen } from '@/app/_features/conflict/ConflictsButton'
import type { Conflict } from '@/domain/conflict/conflict'

const first = { id: 'first' } as Conflict
const second = { id: 'second' } as Conflict

it('a new conflict does not replace the open one while that is unresolved', () => {
  expect(conflictToOpen('first', 'second', [first, second])).toBe('first')
})

it('a new conflict opens when none is open, or when the open one was resolved in another window', () => {
  expect(conflictToOpen(null, 'second', [second])).toBe('second')
  expect(conflictToOpen('first', 'second', [second])).toBe('second')
})
