import type { RejectionNotice } from '@/app/_replica/store/types'

/** Messages for failed commands, by command type. */
export const failureMessages: Partial<Record<RejectionNotice['command']['type'], string>> = {
  'task.create': 'The task was not created',
  'task.move': 'The task was not moved',
  'task.archive': 'The task was not archived',
  'task.restore': 'The task was not restored',
  'task.edit': 'The change was not saved',
  'comment.add': 'The comment was not saved',
  'comment.edit': 'The comment was not saved',
  'comment.delete': 'The comment was not deleted',
  'task.plan': 'The task was not planned',
  'sprint.create': 'The sprint was not created',
  'sprint.move': 'The sprint was not moved',
  'sprint.start': 'The sprint was not started',
  'sprint.complete': 'The sprint was not completed',
  'sprint.reopen': 'The sprint was not reopened',
  'sprint.remove': 'The sprint was not deleted',
  'project.rename': 'The project was not renamed',
  'status.add': 'The column was not added',
  'status.move': 'The column was not moved',
  'status.remove': 'The column was not removed',
  'command.undo': 'It was not taken back',
  'workflow.change': 'The workflow was not changed',
}
