import { TASK_FIELD_VIEWS } from '@/app/_features/taskFields/taskFieldViews'
import type { CommandType } from '@/domain/commands'
import type { Conflict, ConflictField } from '@/domain/conflict/conflict'
import { isEditableCommand } from '@/domain/conflict/editableCommands'
import type { NonTaskField } from '@/domain/conflict/fieldChanges'
import type { Project } from '@/domain/project/project'
import { isTaskField } from '@/domain/task/fields'

/** Labels of fields that are not task fields. */
const OTHER_LABELS: Record<NonTaskField, string> = {
  timeSpent: 'Time spent',
  seconds: 'Time logged',
  startedAt: 'Start',
  note: 'Note',
  lead: 'Lead',
  releaseDate: 'Release date',
  state: 'State',
  status: 'Status',
  name: 'Name',
  rank: 'Order',
  category: 'Category',
  color: 'Colour',
  wipLimit: 'Limit',
  sprint: 'Sprint',
  backlogRank: 'Order in the backlog',
  goal: 'Goal',
  startDate: 'Start',
  endDate: 'End',
  capacity: 'Capacity',
  parallelSprints: 'Sprints at once',
  transitions: 'Transitions',
}

/** Returns a field without its owner: `wipLimit` for `status todo wipLimit`. */
export function bareFieldName(field: string): string {
  if (/^(status|worklog|component|version) /.test(field)) return field.split(' ').at(-1) ?? field
  return field.startsWith('sprint ') ? (field.split(' ')[2] ?? field) : field
}

/** Returns the label of a field. */
export function fieldLabel(field: string): string {
  if (field.startsWith('comment ')) return 'Comment'
  const name = bareFieldName(field)
  if (isTaskField(name)) return TASK_FIELD_VIEWS[name].label
  return hasOtherLabel(name) ? OTHER_LABELS[name] : field
}

const hasOtherLabel = (name: string): name is NonTaskField => Object.hasOwn(OTHER_LABELS, name)

/** Joins several field labels: "assignees and labels". */
export function joinFieldLabels(fields: string[]): string {
  const names = [...new Set(fields.map((field) => fieldLabel(field).toLowerCase()))]
  return new Intl.ListFormat('en').format(names)
}

const COMMAND_ACTIVITIES: Record<CommandType, string> = {
  'task.create': 'creating it',
  'task.edit': 'editing it',
  'task.move': 'moving it',
  'task.setParent': 'giving it a parent',
  'task.bulk': 'changing it',
  'task.clone': 'cloning it',
  'task.transfer': 'moving it to another project',
  'task.receive': 'moving it',
  'task.archive': 'archiving it',
  'task.restore': 'restoring it',
  'task.import': 'importing it',
  'task.plan': 'planning it',
  'comment.add': 'commenting on it',
  'comment.edit': 'rewriting your comment',
  'comment.delete': 'deleting your comment',
  'worklog.add': 'logging time on it',
  'worklog.edit': 'changing the time logged on it',
  'worklog.delete': 'deleting time logged on it',
  'project.create': 'creating it',
  'project.rename': 'renaming it',
  'project.setParallelSprints': 'changing its settings',
  'status.add': 'adding a status',
  'status.edit': 'editing the status',
  'status.move': 'moving the status',
  'status.remove': 'removing the status',
  'workflow.change': 'changing the workflow',
  'sprint.create': 'creating a sprint',
  'sprint.import': 'importing the sprint',
  'sprint.edit': 'editing it',
  'sprint.move': 'moving it',
  'sprint.start': 'starting it',
  'sprint.complete': 'completing it',
  'sprint.reopen': 'reopening it',
  'sprint.remove': 'deleting it',
  'sprint.setCapacity': 'setting a capacity',
  'component.add': 'adding a component',
  'component.edit': 'editing a component',
  'component.remove': 'removing a component',
  'version.add': 'adding a version',
  'version.edit': 'editing a version',
  'version.release': 'releasing a version',
  'version.remove': 'removing a version',
  'conflict.resolve': 'resolving a conflict',
  'command.undo': 'undoing a change',
}

/**
 * Returns the name of the conflict's subject: the task's key, or the name of the sprint or project.
 */
export function conflictSubjectName(conflict: Conflict, project: Project, number?: number): string {
  if (conflict.taskId) return number ? `${project.key}-${number}` : 'A task'
  const { command } = conflict
  if (command.type.startsWith('sprint.') && 'sprintId' in command) {
    return project.sprints.find((each) => each.id === command.sprintId)?.name ?? 'The sprint'
  }
  return command.type === 'task.create' ? 'Your new task' : project.name
}

/** Returns one neutral sentence about the cause of the conflict. */
export function conflictHeadline(conflict: Conflict, subjectName: string): string {
  const whileClause = `while you were ${COMMAND_ACTIVITIES[conflict.command.type]}`
  switch (conflict.reason) {
    case 'changed':
      return `${subjectName} was changed ${whileClause}`
    case 'archived':
      return `${subjectName} was archived ${whileClause}`
    case 'deleted':
      return `The ${deletedItemKind(conflict)} was deleted ${whileClause}`
    case 'status-removed':
      return `The status was removed ${whileClause}`
    case 'sprint-closed':
      return conflict.command.type === 'task.plan'
        ? `The sprint was closed while you were moving ${subjectName} into it`
        : `${subjectName} was completed ${whileClause}`
    case 'transition':
      return `The workflow was changed ${whileClause}`
    case 'rights':
      return `Your role was changed ${whileClause}`
  }
}

const deletedItemKind = ({ command }: Conflict) =>
  command.type.startsWith('worklog.') ? 'worklog' : 'comment'

/** Returns what the user can do, for conflicts that are not a choice between two values. */
export function conflictAdvice(conflict: Conflict): string | null {
  switch (conflict.reason) {
    case 'changed':
      return null
    case 'archived':
      return conflict.command.type === 'task.transfer'
        ? 'Leave it in the archive, or restore it and move it again.'
        : 'Leave it in the archive, or restore it with your change.'
    case 'deleted':
      return `The ${deletedItemKind(conflict)} no longer exists, so your change cannot be applied.`
    case 'sprint-closed':
      return CLOSED_SPRINT_ADVICE[conflict.command.type] ?? 'A completed sprint cannot be changed.'
    case 'transition':
      return 'The workflow no longer allows this move. Choose another status, or discard your change.'
    case 'status-removed':
      return isEditableCommand(conflict.command)
        ? 'Choose another status, or discard your change.'
        : 'Make your change again with another status.'
    case 'rights':
      return 'You can look at this project but no longer change it. An admin can give you back your role.'
  }
}

const CLOSED_SPRINT_ADVICE: Partial<Record<Conflict['command']['type'], string>> = {
  'task.plan': 'Choose another place for it, or discard your change.',
  'sprint.complete':
    'The unfinished tasks went to other places than you chose. Move them yourself if needed.',
}

/**
 * Returns true when the lost command can be applied again as it is. A move to another project
 * changes that project too, so only its own dialog can repeat it.
 */
export const canApplyMine = ({ reason, command }: Conflict) =>
  (reason === 'changed' || reason === 'archived') && command.type !== 'task.transfer'

/** Returns true for a text field that can be merged by hand. */
export const isTextConflict = ({ field }: ConflictField) =>
  field === 'description' || field.startsWith('comment ')
