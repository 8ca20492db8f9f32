import { v7 as newId } from 'uuid'
import { CATEGORIES } from '@/domain/kernel/primitives'
import { randomWorkflow } from '../randomWorkflow'
import { pickNth, pickStatus, projectVersion, type RandomCommand } from './randomCommand'

/** Random commands about a project: its workflow, components and versions. */
export const PROJECT_COMMANDS = {
  setWipLimit: (view, { first, second }) => ({
    type: 'status.edit',
    baseVersion: projectVersion(view),
    statusId: pickStatus(view, first),
    set: { wipLimit: second % 2 ? 3 + (second % 20) : null },
  }),
  category: (view, { first, second }) => ({
    type: 'status.edit',
    baseVersion: projectVersion(view),
    statusId: pickStatus(view, first),
    set: { category: pickNth([...CATEGORIES], second) ?? 'todo' },
  }),
  addStatus: (view, { first, text }) => ({
    type: 'status.add',
    baseVersion: projectVersion(view),
    status: { id: newId(), name: text, category: 'todo', color: 'teal', wipLimit: null },
    before: pickStatus(view, first),
  }),
  moveStatus: (view, { first, second }) => ({
    type: 'status.move',
    baseVersion: projectVersion(view),
    statusId: pickStatus(view, first),
    before: second % 3 ? pickStatus(view, second) : null,
  }),
  removeStatus: (view, { first, second }) => ({
    type: 'status.remove',
    baseVersion: projectVersion(view),
    statusId: pickStatus(view, first),
    moveTo: pickStatus(view, second),
  }),
  changeWorkflow: (view, { first, second }) => ({
    type: 'workflow.change',
    baseVersion: projectVersion(view),
    ...randomWorkflow(view.project, [first, second, first + second]),
  }),
  component: (view, { second, text }) => {
    const all = view.project?.components.filter((each) => !each.removedAt) ?? []
    const baseVersion = projectVersion(view)
    const [componentId, moveTo] = [
      pickNth(all, second)?.id,
      second % 3 ? (pickNth(all, second + 1)?.id ?? null) : null,
    ]
    return componentId && second % 4 === 0
      ? { type: 'component.remove', baseVersion, componentId, moveTo }
      : { type: 'component.add', baseVersion, componentId: newId(), name: `${text} ${second % 9}` }
  },
  version: (view, { second, text }) => {
    const all = view.project?.versions.filter((each) => !each.removedAt) ?? []
    const baseVersion = projectVersion(view)
    const versionId = pickNth(all, second)?.id
    if (!versionId || second % 4 > 1) {
      return { type: 'version.add', baseVersion, versionId: newId(), name: `${text} ${second % 9}` }
    }
    if (second % 8 === 1) {
      const other = pickNth(all, second + 1)?.id ?? null
      const moveTo = other === versionId ? null : other
      return { type: 'version.release', baseVersion, versionId, releaseDate: '2031-03-01', moveTo }
    }
    return second % 4
      ? { type: 'version.edit', baseVersion, versionId, set: { state: 'released' } }
      : { type: 'version.remove', baseVersion, versionId, moveTo: null }
  },
} satisfies Record<string, RandomCommand>
