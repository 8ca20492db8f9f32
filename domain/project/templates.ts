import type { StatusDraft } from './project'

export const TEMPLATES = ['kanban', 'scrum', 'simple'] as const
export type Template = (typeof TEMPLATES)[number]

const todo: StatusDraft = {
  id: 'todo',
  name: 'To do',
  category: 'todo',
  color: 'slate',
  wipLimit: null,
}
const doing: StatusDraft = {
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

/** The workflows that a new project can start from. */
export const WORKFLOWS: Record<Template, { name: string; statuses: StatusDraft[] }> = {
  kanban: {
    name: 'Kanban',
    statuses: [
      { id: 'backlog', name: 'Backlog', category: 'todo', color: 'slate', wipLimit: null },
      { ...todo, name: 'Ready' },
      { ...doing, wipLimit: 8 },
      { ...review, wipLimit: 5 },
      done,
    ],
  },
  scrum: { name: 'Scrum', statuses: [todo, doing, review, done] },
  simple: { name: 'Simple', statuses: [todo, doing, done] },
}
