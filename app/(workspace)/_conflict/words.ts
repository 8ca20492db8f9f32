import type { Conflict, ConflictField } from '@/domain/conflict/conflict'
import type { Project } from '@/domain/project/project'

const FIELDS: Record<string, string> = {
  title: 'Title',
  type: 'Type',
  priority: 'Priority',
  estimate: 'Estimate',
  originalEstimate: 'Original estimate',
  remainingEstimate: 'Remaining estimate',
  timeSpent: 'Time spent',
  seconds: 'Time logged',
  startedAt: 'Start',
  note: 'Note',
  dueDate: 'Due date',
  reporter: 'Reporter',
  description: 'Description',
  parentId: 'Parent',
  components: 'Components',
  fixVersions: 'Fix versions',
  affectedVersions: 'Affected versions',
  lead: 'Lead',
  releaseDate: 'Release day',
  state: 'State',
  status: 'Status',
  name: 'Name',
  rank: 'Order',
  assignees: 'Assignees',
  labels: 'Labels',
  links: 'Links',
  category: 'Category',
  color: 'Colour',
  wipLimit: 'Limit',
  sprint: 'Sprint',
  planRank: 'Order in the backlog',
  goal: 'Goal',
  startDate: 'Start',
  endDate: 'End',
  capacity: 'Capacity',
  parallelSprints: 'Sprints at once',
  transitions: 'Transitions',
  resolution: 'Resolution',
}

/** A field without what it belongs to: `status todo wipLimit` is about a `wipLimit`. */
export function plainField(field: string): string {
  if (/^(status|worklog|component|version) /.test(field)) return field.split(' ').at(-1) ?? field
  return field.startsWith('sprint ') ? (field.split(' ')[2] ?? field) : field
}

/** A field as people call it. */
export function fieldName(field: string): string {
  if (field.startsWith('comment ')) return 'Comment'
  return FIELDS[plainField(field)] ?? field
}

/** Several fields in one phrase: "assignees and labels". */
export function fieldNames(fields: string[]): string {
  const names = [...new Set(fields.map((field) => fieldName(field).toLowerCase()))]
  return new Intl.ListFormat('en').format(names)
}

const DOING: Partial<Record<Conflict['command']['type'], string>> = {
  'task.move': 'moving it',
  'task.create': 'creating it',
  'task.nest': 'giving it a parent',
  'task.clone': 'cloning it',
  'task.transfer': 'moving it to another project',
  'task.plan': 'planning it',
  'version.release': 'releasing a version',
  'sprint.start': 'starting it',
  'sprint.complete': 'completing it',
  'workflow.change': 'changing the workflow',
  'comment.add': 'commenting on it',
  'comment.edit': 'rewriting your comment',
  'comment.delete': 'deleting your comment',
  'worklog.add': 'logging time on it',
  'worklog.edit': 'changing the time logged on it',
  'worklog.delete': 'deleting time logged on it',
}

/** What the thing is called: the task's key, the sprint's name, or the project's. */
export function thingName(conflict: Conflict, project: Project, number?: number): string {
  if (conflict.taskId) return number ? `${project.key}-${number}` : 'A task'
  const { command } = conflict
  if (command.type.startsWith('sprint.') && 'sprintId' in command) {
    return project.sprints.find((each) => each.id === command.sprintId)?.name ?? 'The sprint'
  }
  return command.type === 'task.create' ? 'Your new task' : project.name
}

/** One sentence that says what happened, without blame. */
export function headline(conflict: Conflict, thing: string): string {
  const while_ = `while you were ${DOING[conflict.command.type] ?? 'editing it'}`
  switch (conflict.reason) {
    case 'changed':
      return `${thing} was changed ${while_}`
    case 'archived':
      return `${thing} was archived ${while_}`
    case 'deleted':
      return `The ${whatIsGone(conflict)} was deleted ${while_}`
    case 'status-removed':
      return `The column was removed ${while_}`
    case 'sprint-closed':
      return conflict.command.type === 'task.plan'
        ? `The sprint was closed while you were moving ${thing} into it`
        : `${thing} was completed ${while_}`
    case 'transition':
      return `The workflow was changed ${while_}`
    case 'rights':
      return `Your role was changed ${while_}`
  }
}

const whatIsGone = ({ command }: Conflict) =>
  command.type.startsWith('worklog.') ? 'worklog' : 'comment'

/** What the person can do about it, where it is not a choice between two values. */
export function advice(conflict: Conflict): string | null {
  switch (conflict.reason) {
    case 'changed':
      return null
    case 'archived':
      return 'Leave it in the archive, or bring it back with your change.'
    case 'deleted':
      return `The ${whatIsGone(conflict)} is gone, so your change has nothing to stand on.`
    case 'sprint-closed':
      return closedAdvice[conflict.command.type] ?? 'It takes no more changes.'
    case 'transition':
      return 'It no longer lets the task go there like this. Choose another column, or let your change go.'
    case 'status-removed':
      return 'Choose another column, or let your change go.'
    case 'rights':
      return 'You can look at this project but no longer change it. An admin can give you back your role.'
  }
}

const closedAdvice: Partial<Record<Conflict['command']['type'], string>> = {
  'task.plan': 'Choose another place for it, or let your change go.',
  'sprint.complete':
    'What was not done went elsewhere than you chose. Move it yourself where that matters.',
}

/** Whether the lost command can be applied again as it is. */
export const canApply = ({ reason }: Conflict) => reason === 'changed' || reason === 'archived'

/** Whether something else can be applied in its place. */
export function canEdit({ reason, fields, command }: Conflict): boolean {
  if (reason === 'transition') return true
  if (reason === 'status-removed') return ['task.move', 'task.create'].includes(command.type)
  if (reason === 'sprint-closed') return command.type === 'task.plan'
  return reason === 'changed' && fields.some(({ field }) => hasEditor(field))
}

const hasEditor = (field: string) =>
  !field.startsWith('status ') && !['capacity', 'lead', 'state'].includes(plainField(field))

/** Whether a field holds a text that can be merged by hand. */
export const isText = ({ field }: ConflictField) =>
  field === 'description' || field.startsWith('comment ')
