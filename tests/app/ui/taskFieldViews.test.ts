import { expect, test } from 'vitest'
import { TASK_FIELD_VIEWS } from '@/app/_features/taskFields/taskFieldViews'
import {
  FILTERABLE_FIELDS,
  fieldsWith,
  isSetField,
  REQUIRABLE_FIELDS,
  TASK_FIELD_NAMES,
} from '@/domain/task/fields'
import { FIELDS_IN_HISTORY } from '@/server/import/jira/issueFields'
import { bulkEditInput, editTaskInput } from '@/server/trpc/inputs/task'

const id = '01a1fb84-e69a-7011-830a-5b47ecd34d37'

test('every field that a transition may require can be filled in', () => {
  const lacking = REQUIRABLE_FIELDS.filter((field) => TASK_FIELD_VIEWS[field].Editor === null)
  expect(lacking).toEqual([])
})

test('every field that boards can be filtered by has choices to filter by', () => {
  const lacking = FILTERABLE_FIELDS.filter((field) => !TASK_FIELD_VIEWS[field].options)
  expect(lacking).toEqual([])
})

test('every field that is offered for many tasks has choices, and the API takes it', () => {
  const offered = TASK_FIELD_NAMES.filter((field) => TASK_FIELD_VIEWS[field].inBulk)
  expect(fieldsWith('bulk', true)).toEqual(expect.arrayContaining(offered))
  expect(offered.filter((field) => !TASK_FIELD_VIEWS[field].options)).toEqual([])
  for (const field of offered.filter(isSetField)) {
    const change = { add: { [field]: [id] } }
    const input = { tasks: [{ taskId: id, baseVersion: 1 }], change }
    expect(bulkEditInput.parse(input).change).toEqual(change)
  }
})

test('only fields that task.edit may change are accepted by it', () => {
  const editable = fieldsWith('editedBy', 'task.edit').filter((field) => !isSetField(field))
  expect(Object.keys(editTaskInput.shape.set.unwrap().shape)).toEqual(editable)
})

test('no two fields go by one name on screens, nor in the histories of Jira', () => {
  const labels = TASK_FIELD_NAMES.map((field) => TASK_FIELD_VIEWS[field].label)
  expect(new Set(labels).size).toBe(labels.length)
  const inHistory = [...FIELDS_IN_HISTORY.values()].map(({ field }) => field)
  expect(new Set(inHistory).size).toBe(inHistory.length)
})
