import { v7 as newId } from 'uuid'
import { command, type Entry, inProject, onTask } from './entry'

/** Tasks, comments, conflicts, and taking back. */
export const tasks: Record<string, Entry> = {
  'task.open': { for: 'viewer', input: (ids) => ({ ...inProject(ids), number: 1 }) },
  'task.create': {
    for: 'member',
    input: (ids) => ({
      ...command(ids),
      taskId: newId(),
      taskType: 'task',
      title: 'New',
      statusId: 'todo',
      place: { after: ids.taskId },
      assignees: [ids.personId],
    }),
  },
  'task.edit': { for: 'member', input: (ids) => ({ ...onTask(ids), set: { priority: 3 } }) },
  'task.move': { for: 'member', input: (ids) => ({ ...onTask(ids), statusId: 'done', place: {} }) },
  'task.clone': {
    for: 'member',
    input: (ids) => ({
      ...command(ids),
      taskId: ids.taskId,
      statusId: 'todo',
      place: {},
      copies: [{ from: ids.taskId, to: newId() }],
    }),
  },
  'task.transfer': {
    for: 'member',
    input: (ids) => ({ ...onTask(ids), to: ids.otherProjectId }),
  },
  'task.nest': { for: 'member', input: (ids) => ({ ...onTask(ids), parentId: null }) },
  'task.archive': { for: 'member', input: onTask },
  'task.restore': { for: 'member', input: onTask },
  'comment.add': {
    for: 'member',
    input: (ids) => ({ ...onTask(ids), commentId: newId(), body: 'Hello' }),
  },
  'comment.edit': {
    for: 'member',
    as: 'admin',
    input: (ids) => ({ ...onTask(ids), commentId: ids.commentId, body: 'Changed' }),
  },
  'comment.delete': {
    for: 'member',
    as: 'admin',
    input: (ids) => ({ ...onTask(ids), commentId: ids.commentId }),
  },
  'conflict.resolve': {
    for: 'member',
    as: 'admin',
    input: (ids) => ({
      ...command(ids),
      conflictId: ids.conflictId,
      choice: 'mine',
      baseVersion: 2,
    }),
  },
  'task.bulk': {
    for: 'member',
    input: (ids) => ({
      ...command(ids),
      tasks: [{ taskId: ids.taskId, baseVersion: 2 }],
      change: { set: { priority: 4 }, sprintId: ids.sprintId },
    }),
  },
  'command.undo': {
    for: 'member',
    input: (ids) => ({ ...command(ids), undoes: ids.commandId }),
  },
}
