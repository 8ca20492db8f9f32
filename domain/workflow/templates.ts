import type { StatusDraft } from '../project/project'

export const WORKFLOW_TEMPLATES = ['kanban', 'scrum', 'simple'] as const
export type WorkflowTemplate = (typeof WORKFLOW_TEMPLATES)[number]

const todo: StatusDraft = {
  id: 'todo',
  name: 'To do',
  category: 'todo',
  color: 'slate',
  wipLimit: null,
}
const inProgress: StatusDraft = {
  id: 'in-progress',
  name: 'In progress',
  category: 'in_progress',
  color: 'amber',
  wipLimit: null,
}
const review: StatusDraft = {
  id: 'review',
  name: 'In review',
  category: 'in_progress',
  color: 'violet',
  wipLimit: null,
}
const done: StatusDraft = {
  id: 'done',
  name: 'Done',
  category: 'done',
  color: 'teal',
  wipLimit: null,
}

/** The workflows that a new project can start with. */
export const TEMPLATE_WORKFLOWS: Record<
  WorkflowTemplate,
  { name: string; statuses: StatusDraft[] }
> = {
  kanban: {
    name: 'Kanban',
    statuses: [
      { id: 'backlog', name: 'Backlog', category: 'todo', color: 'slate', wipLimit: null },
      { ...todo, name: 'Ready' },
      { ...inProgress, wipLimit: 8 },
      { ...review, wipLimit: 5 },
      done,
    ],
  },
  scrum: { name: 'Scrum', statuses: [todo, inProgress, review, done] },
  simple: { name: 'Simple', statuses: [todo, inProgress, done] },
}
