import { z } from 'zod'
import { VERSION_STATES } from '@/domain/component/componentsAndVersions'
import { LIMITS } from '@/domain/kernel/primitives'
import { id, localDate, nonBlankText, version } from './values'

const name = nonBlankText(LIMITS.name, 'a name')
const lead = id.nullable()
const releaseDate = localDate.nullable()
const componentRef = { baseVersion: version, componentId: id }
const versionRef = { baseVersion: version, versionId: id }

export const addComponentInput = z.strictObject({ ...componentRef, name, lead: lead.optional() })
export const editComponentInput = z.strictObject({
  ...componentRef,
  set: z.strictObject({ name, lead }).partial(),
})
export const removeComponentInput = z.strictObject({ ...componentRef, moveTo: id.nullable() })

export const addVersionInput = z.strictObject({
  ...versionRef,
  name,
  releaseDate: releaseDate.optional(),
})
export const editVersionInput = z.strictObject({
  ...versionRef,
  set: z.strictObject({ name, releaseDate, state: z.enum(VERSION_STATES) }).partial(),
})
export const releaseVersionInput = z.strictObject({
  ...versionRef,
  releaseDate: localDate,
  moveTo: id.nullable(),
})
export const removeVersionInput = z.strictObject({ ...versionRef, moveTo: id.nullable() })
