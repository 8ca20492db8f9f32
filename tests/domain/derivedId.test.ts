import { v7 as newId, validate, version } from 'uuid'
import { describe, expect, it } from 'vitest'
import { deriveId } from '@/domain/kernel/derivedId'

describe('a derived id', () => {
  it('is a UUIDv5 that the same two ids always give', () => {
    const [a, b] = [newId(), newId()]
    const id = deriveId(a, b)
    expect(validate(id) && version(id)).toBe(5)
    expect(deriveId(a, b)).toBe(id)
  })

  it('differs for other ids and for another order', () => {
    const [a, b, c] = [newId(), newId(), newId()]
    expect(new Set([deriveId(a, b), deriveId(b, a), deriveId(a, c), deriveId(c, b)]).size).toBe(4)
  })
})
