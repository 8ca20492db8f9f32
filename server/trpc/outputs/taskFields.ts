import { z } from 'zod'
import {
  fieldsWith,
  SCALAR_FIELDS,
  type ScalarField,
  SET_FIELDS,
  type SetField,
  TASK_FIELD_NAMES,
  type TaskField,
  type TaskFieldValues,
} from '@/domain/task/fields'
import { TASK_FIELD_INPUTS } from '../inputs/taskFields'
import { changes } from './values'

type FieldOutputs = { [F in TaskField]: z.ZodType<TaskFieldValues[F], TaskFieldValues[F]> }

/** The output schema of each field: its input schema without the limits. */
export const TASK_FIELD_OUTPUTS = Object.fromEntries(
  TASK_FIELD_NAMES.map((field) => [field, withoutLimits(TASK_FIELD_INPUTS[field])]),
) as FieldOutputs

/**
 * Removes the limits of texts and numbers, because earlier rules allowed more. Lists of values
 * stay.
 */
function withoutLimits(schema: z.core.$ZodType): z.ZodType {
  if (schema instanceof z.core.$ZodNullable) {
    return withoutLimits(schema._zod.def.innerType).nullable()
  }
  if (schema instanceof z.core.$ZodArray) return z.array(withoutLimits(schema._zod.def.element))
  if (schema instanceof z.core.$ZodPipe) return withoutLimits(schema._zod.def.in)
  if (schema instanceof z.core.$ZodString) return z.string()
  if (schema instanceof z.core.$ZodNumber) return z.number()
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) return schema
  throw new Error(`There is no output for an input of the type ${schema._zod.def.type}.`)
}

/** Returns the schemas of some fields as the shape of an object. */
export function pickOutputs<F extends TaskField>(fields: readonly F[]): Pick<FieldOutputs, F> {
  return Object.fromEntries(fields.map((field) => [field, TASK_FIELD_OUTPUTS[field]])) as Pick<
    FieldOutputs,
    F
  >
}

export const scalarChanges = changes<Pick<FieldOutputs, ScalarField>>(pickOutputs(SCALAR_FIELDS))

const addedAndRemoved = z
  .strictObject({ added: z.array(z.string()), removed: z.array(z.string()) })
  .optional()
export const setChanges = z.strictObject(
  Object.fromEntries(SET_FIELDS.map((field) => [field, addedAndRemoved])) as Record<
    SetField,
    typeof addedAndRemoved
  >,
)

/** The fields that a task loses when it moves to another project. */
const listedFields = fieldsWith('listedIn', 'components', 'versions')
const names = z.array(z.string()).optional()
export const droppedFields = z.strictObject({
  ...(Object.fromEntries(listedFields.map((field) => [field, names])) as Record<
    (typeof listedFields)[number],
    typeof names
  >),
  sprint: z.string().optional(),
  parent: z.literal(true).optional(),
})
