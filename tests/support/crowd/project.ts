import { v7 as newId } from 'uuid'
import { CATEGORIES } from '@/domain/words'
import { anotherWorkflow } from '../anotherWorkflow'
import { pick, statusOf, versionOf, type Wish } from './wish'

/** What somebody may want of a project: its columns and workflow, components and versions. */
export const PROJECT = {
  limit: (view, { a, b }) => ({
    type: 'status.edit',
    baseVersion: versionOf(view),
    statusId: statusOf(view, a),
    set: { wipLimit: b % 2 ? 3 + (b % 20) : null },
  }),
  category: (view, { a, b }) => ({
    type: 'status.edit',
    baseVersion: versionOf(view),
    statusId: statusOf(view, a),
    set: { category: pick([...CATEGORIES], b) ?? 'todo' },
  }),
  column: (view, { a, word }) => ({
    type: 'status.add',
    baseVersion: versionOf(view),
    status: { id: newId(), name: word, category: 'todo', color: 'teal', wipLimit: null },
    before: statusOf(view, a),
  }),
  shift: (view, { a, b }) => ({
    type: 'status.move',
    baseVersion: versionOf(view),
    statusId: statusOf(view, a),
    before: b % 3 ? statusOf(view, b) : null,
  }),
  drop: (view, { a, b }) => ({
    type: 'status.remove',
    baseVersion: versionOf(view),
    statusId: statusOf(view, a),
    moveTo: statusOf(view, b),
  }),
  workflow: (view, { a, b }) => ({
    type: 'workflow.change',
    baseVersion: versionOf(view),
    ...anotherWorkflow(view.project, [a, b, a + b]),
  }),
  component: (view, { b, word }) => {
    const all = view.project?.components.filter((each) => !each.removedAt) ?? []
    const baseVersion = versionOf(view)
    const [componentId, moveTo] = [pick(all, b)?.id, b % 3 ? (pick(all, b + 1)?.id ?? null) : null]
    return componentId && b % 4 === 0
      ? { type: 'component.remove', baseVersion, componentId, moveTo }
      : { type: 'component.add', baseVersion, componentId: newId(), name: `${word} ${b % 9}` }
  },
  version: (view, { b, word }) => {
    const all = view.project?.fixVersions.filter((each) => !each.removedAt) ?? []
    const baseVersion = versionOf(view)
    const versionId = pick(all, b)?.id
    if (!versionId || b % 4 > 1) {
      return { type: 'version.add', baseVersion, versionId: newId(), name: `${word} ${b % 9}` }
    }
    if (b % 8 === 1) {
      const other = pick(all, b + 1)?.id ?? null
      const moveTo = other === versionId ? null : other
      return { type: 'version.release', baseVersion, versionId, releaseDate: '2031-03-01', moveTo }
    }
    return b % 4
      ? { type: 'version.edit', baseVersion, versionId, set: { state: 'released' } }
      : { type: 'version.remove', baseVersion, versionId, moveTo: null }
  },
} satisfies Record<string, Wish>
