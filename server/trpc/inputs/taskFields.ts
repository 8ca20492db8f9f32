import { z } from 'zod'
import {
  type SetField,
  TASK_FIELDS,
  type TaskField,
  type TaskFieldValues,
} from '@/domain/task/fields'
import {
  assignees,
  dueDate,
  estimate,
  id,
  labels,
  links,
  priority,
  resolution,
  seconds,
  taskType,
  text,
  title,
} from './values'

const listOfIds = (field: SetField) => z.array(id).max(TASK_FIELDS[field].limit)

/** The input schema of each field. */
export const TASK_FIELD_INPUTS = {
  title,
  description: text(TASK_FIELDS.description.limit),
  priority,
  assignees,
  labels,
  type: taskType,
  estimate,
  dueDate,
  resolution,
  components: listOfIds('components'),
  fixVersions: listOfIds('fixVersions'),
  affectedVersions: listOfIds('affectedVersions'),
  originalEstimate: seconds.nullable(),
  remainingEstimate: seconds.nullable(),
  parentId: id.nullable(),
  links,
  reporter: id,
} satisfies { [F in TaskField]: z.ZodType<TaskFieldValues[F]> }

/** Returns the schemas of some fields as the shape of an object. */
export function pickInputs<F extends TaskField>(fields: readonly F[]) {
  return Object.fromEntries(fields.map((field) => [field, TASK_FIELD_INPUTS[field]])) as Pick<
    typeof TASK_FIELD_INPUTS,
    F
  >
}
