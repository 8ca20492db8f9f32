import { z } from 'zod'
import { VERSION_STATES } from '@/domain/catalog/catalog'
import { LIMITS } from '@/domain/words'
import { day, id, version, words } from './values'

const name = words(LIMITS.name, 'a name')
const lead = id.nullable()
const releaseDate = day.nullable()
const onComponent = { baseVersion: version, componentId: id }
const onVersion = { baseVersion: version, versionId: id }

export const addComponent = z.strictObject({ ...onComponent, name, lead: lead.optional() })
export const editComponent = z.strictObject({
  ...onComponent,
  set: z.strictObject({ name, lead }).partial(),
})
export const removeComponent = z.strictObject({ ...onComponent, moveTo: id.nullable() })

export const addVersion = z.strictObject({
  ...onVersion,
  name,
  releaseDate: releaseDate.optional(),
})
export const editVersion = z.strictObject({
  ...onVersion,
  set: z.strictObject({ name, releaseDate, state: z.enum(VERSION_STATES) }).partial(),
})
export const releaseVersion = z.strictObject({
  ...onVersion,
  releaseDate: day,
  moveTo: id.nullable(),
})
export const removeVersion = z.strictObject({ ...onVersion, moveTo: id.nullable() })
