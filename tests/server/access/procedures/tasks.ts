import { v7 as newId } from 'uuid'
import {
  commandInput,
  type ProcedureAccess,
  projectInput,
  taskCommandInput,
} from './procedureAccess'

/** Procedures of tasks, comments, conflicts and undo. */
export const taskProcedures: Record<string, ProcedureAccess> = {
  'task.get': { allowed: 'viewer', input: (ids) => ({ ...projectInput(ids), number: 1 }) },
  'task.create': {
    allowed: 'member',
    input: (ids) => ({
      ...commandInput(ids),
      taskId: newId(),
      taskType: 'task',
      title: 'New',
      statusId: 'todo',
      position: { after: ids.taskId },
      assignees: [ids.personId],
    }),
  },
  'task.edit': {
    allowed: 'member',
    input: (ids) => ({ ...taskCommandInput(ids), set: { priority: 3 } }),
  },
  'task.move': {
    allowed: 'member',
    input: (ids) => ({ ...taskCommandInput(ids), statusId: 'done', position: {} }),
  },
  'task.clone': {
    allowed: 'member',
    input: (ids) => ({
      ...commandInput(ids),
      taskId: ids.taskId,
      statusId: 'todo',
      position: {},
      copies: [{ from: ids.taskId, to: newId() }],
    }),
  },
  'task.transfer': {
    allowed: 'member',
    input: (ids) => ({ ...taskCommandInput(ids), to: ids.otherProjectId }),
  },
  'task.setParent': {
    allowed: 'member',
    input: (ids) => ({ ...taskCommandInput(ids), parentId: null }),
  },
  'task.archive': { allowed: 'member', input: taskCommandInput },
  'task.restore': { allowed: 'member', input: taskCommandInput },
  'comment.add': {
    allowed: 'member',
    input: (ids) => ({ ...taskCommandInput(ids), commentId: newId(), body: 'Hello' }),
  },
  'comment.edit': {
    allowed: 'member',
    actor: 'admin',
    input: (ids) => ({ ...taskCommandInput(ids), commentId: ids.commentId, body: 'Changed' }),
  },
  'comment.delete': {
    allowed: 'member',
    actor: 'admin',
    input: (ids) => ({ ...taskCommandInput(ids), commentId: ids.commentId }),
  },
  'conflict.resolve': {
    allowed: 'member',
    actor: 'admin',
    input: (ids) => ({
      ...commandInput(ids),
      conflictId: ids.conflictId,
      choice: 'mine',
      baseVersion: 2,
    }),
  },
  'task.bulk': {
    allowed: 'member',
    input: (ids) => ({
      ...commandInput(ids),
      tasks: [{ taskId: ids.taskId, baseVersion: 2 }],
      change: { set: { priority: 4 }, sprintId: ids.sprintId },
    }),
  },
  'command.undo': {
    allowed: 'member',
    input: (ids) => ({ ...commandInput(ids), undoneCommandId: ids.commandId }),
  },
}
