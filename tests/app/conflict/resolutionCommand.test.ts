import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { canApplyMine } from '@/app/_features/conflict/conflictLabels'
import {
  editableFieldsOf,
  initialEdits,
  resolutionCommand,
} from '@/app/_features/conflict/dialog/resolutionCommand'
import type { Command } from '@/domain/commands'
import type { Conflict, ConflictField, ConflictReason } from '@/domain/conflict/conflict'
import {
  EDITABLE_COMMAND_TYPES,
  type EditableCommandType,
} from '@/domain/conflict/editableCommands'
import { resolveConflictInput } from '@/server/trpc/inputs/conflict'

const [task, thing] = [newId(), newId()]
const taskRef = { taskId: task, baseVersion: 3 }

interface EditCase {
  command: Command
  reason?: ConflictReason
  /** The conflicting fields, each with a replacement that a person chooses. */
  edits: Record<string, unknown>
}

/** Each editable command with every field that can conflict. */
const CASES = {
  'task.create': {
    command: {
      type: 'task.create',
      taskId: task,
      taskType: 'task',
      title: 'A',
      statusId: 'todo',
      position: {},
    },
    reason: 'status-removed',
    edits: { status: 'done' },
  },
  'task.edit': {
    command: { type: 'task.edit', ...taskRef, set: { title: 'A' }, add: { labels: ['x'] } },
    edits: {
      title: 'B',
      description: 'Text',
      type: 'bug',
      priority: 0,
      estimate: null,
      dueDate: '2031-01-05',
      resolution: 'done',
      originalEstimate: 3_600,
      remainingEstimate: 60,
    },
  },
  'task.move': {
    command: { type: 'task.move', ...taskRef, statusId: 'todo', position: {}, parentId: thing },
    edits: { status: 'done', priority: 2, estimate: 5, resolution: null },
  },
  'task.plan': {
    command: { type: 'task.plan', tasks: [taskRef], sprintId: thing, position: {} },
    reason: 'sprint-closed',
    edits: { sprint: null },
  },
  'comment.edit': {
    command: { type: 'comment.edit', ...taskRef, commentId: thing, body: 'A' },
    edits: { [`comment ${thing}`]: 'B' },
  },
  'worklog.edit': {
    command: { type: 'worklog.edit', ...taskRef, worklogId: thing, set: { seconds: 60 } },
    edits: {
      [`worklog ${thing} seconds`]: 7_200,
      [`worklog ${thing} startedAt`]: '2031-01-05T10:00:00.000Z',
      [`worklog ${thing} note`]: '',
    },
  },
  'component.edit': {
    command: { type: 'component.edit', baseVersion: 2, componentId: thing, set: { name: 'A' } },
    edits: { [`component ${thing} name`]: 'B' },
  },
  'version.edit': {
    command: { type: 'version.edit', baseVersion: 2, versionId: thing, set: { state: 'released' } },
    edits: { [`version ${thing} name`]: 'B', [`version ${thing} releaseDate`]: null },
  },
  'version.release': {
    command: {
      type: 'version.release',
      baseVersion: 2,
      versionId: thing,
      releaseDate: '2031-01-05',
      moveTo: null,
    },
    edits: { [`version ${thing} releaseDate`]: '2031-02-05' },
  },
  'project.rename': {
    command: { type: 'project.rename', baseVersion: 2, name: 'A' },
    edits: { name: 'B' },
  },
  'sprint.edit': {
    command: { type: 'sprint.edit', baseVersion: 2, sprintId: thing, set: { name: 'A' } },
    edits: {
      [`sprint ${thing} name`]: 'B',
      [`sprint ${thing} goal`]: '',
      [`sprint ${thing} startDate`]: null,
      [`sprint ${thing} endDate`]: '2031-02-05',
    },
  },
  'sprint.start': {
    command: {
      type: 'sprint.start',
      baseVersion: 2,
      sprintId: thing,
      startDate: '2031-01-05',
      endDate: '2031-01-19',
    },
    edits: {
      [`sprint ${thing} startDate`]: '2031-01-06',
      [`sprint ${thing} endDate`]: '2031-01-20',
    },
  },
} satisfies Record<EditableCommandType, EditCase>

const conflictField = (field: string): ConflictField => ({
  field,
  base: 'base',
  theirs: 'theirs',
  mine: 'mine',
  by: newId(),
  at: '2031-01-05T10:00:00.000Z',
})

const conflictOf = (command: Command, reason: ConflictReason, fields: string[]): Conflict => ({
  id: newId(),
  taskId: null,
  personId: newId(),
  reason,
  fields: reason === 'changed' ? fields.map(conflictField) : [],
  unaffectedFields: [],
  command,
  concurrentSeqs: [],
  detectedAt: '2031-01-05T10:00:00.000Z',
  resolved: null,
})

describe('the editor of a conflict', () => {
  it.each(EDITABLE_COMMAND_TYPES)(
    'the editor for %s gives a command that the server accepts',
    (type) => {
      const { command, edits, reason = 'changed' }: EditCase = CASES[type]
      const conflict = conflictOf(command, reason, Object.keys(edits))
      expect(editableFieldsOf(conflict).sort()).toEqual(Object.keys(edits).sort())
      expect(Object.keys(initialEdits(conflict)).sort()).toEqual(Object.keys(edits).sort())
      const edit = resolutionCommand(conflict, edits)
      expect(edit).not.toEqual(command)
      const input = { conflictId: conflict.id, choice: 'edited', baseVersion: 4, edit }
      expect(resolveConflictInput.parse(input).edit).toEqual(edit)
    },
  )

  it('the command waits for a value when the field cannot be empty', () => {
    const { command } = CASES['worklog.edit']
    const field = `worklog ${thing} seconds`
    expect(resolutionCommand(conflictOf(command, 'changed', [field]), { [field]: null })).toBeNull()
    const removed = conflictOf(CASES['task.create'].command, 'status-removed', [])
    expect(resolutionCommand(removed, initialEdits(removed))).toBeNull()
  })

  it('only fields with an editor are editable, and some commands have none', () => {
    const move = conflictOf(CASES['task.move'].command, 'changed', ['parentId', 'status'])
    expect(editableFieldsOf(move)).toEqual(['status'])
    const setParent = { type: 'task.setParent', ...taskRef, parentId: null } as const
    expect(editableFieldsOf(conflictOf(setParent, 'changed', ['parentId']))).toEqual([])
    const parallel = { type: 'project.setParallelSprints', baseVersion: 1, parallel: true } as const
    expect(editableFieldsOf(conflictOf(parallel, 'changed', ['parallelSprints']))).toEqual([])
  })

  it('the editor combines both versions of a description into one text', () => {
    const conflict = conflictOf(CASES['task.edit'].command, 'changed', ['description'])
    expect(initialEdits(conflict).description).toBe('theirs\nmine')
  })
})

describe('applying the lost command again', () => {
  it('only the move dialog can move a task to another project again', () => {
    const transfer = { type: 'task.transfer', ...taskRef, to: thing } as const
    expect(canApplyMine(conflictOf(transfer, 'archived', []))).toBe(false)
    expect(canApplyMine(conflictOf(CASES['task.edit'].command, 'archived', []))).toBe(true)
  })
})
