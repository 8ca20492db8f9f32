import { v7 as newId, validate, version } from 'uuid'
import { describe, expect, it } from 'vitest'
import { deriveId } from '@/domain/kernel/derivedId'

describe('a derived id', () => {
  it('a derived id is the same UUIDv5 for the same two ids', () => {
    const [a, b] = [newId(), newId()]
    const id = deriveId(a, b)
    expect(validate(id) && version(id)).toBe(5)
    expect(deriveId(a, b)).toBe(id)
  })

  it('a derived id differs for other ids and for another order', () => {
    const [a, b, c] = [newId(), newId(), newId()]
    expect(new Set([deriveId(a, b), deriveId(b, a), deriveId(a, c), deriveId(c, b)]).size).toBe(4)
  })
})
