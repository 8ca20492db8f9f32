import { TEMPLATE_WORKFLOWS } from '@/domain/workflow/templates'
import { randomWorkflow } from '@/tests/support/randomWorkflow'
import { pickFrom, type RandomCommands } from './stepContext'

/** Commands about a project: its workflow, components and versions. */
export const PROJECT_COMMANDS: RandomCommands<
  | 'project.rename'
  | 'project.setParallelSprints'
  | 'status.add'
  | 'status.edit'
  | 'status.move'
  | 'status.remove'
  | 'workflow.change'
  | 'component.add'
  | 'component.edit'
  | 'component.remove'
  | 'version.add'
  | 'version.edit'
  | 'version.release'
  | 'version.remove'
> = {
  'project.rename': ({ baseVersion, pick: [, b] }) => ({
    type: 'project.rename',
    baseVersion,
    name: `Aloy ${b % 3}`,
  }),
  'project.setParallelSprints': ({ baseVersion, pick: [, b] }) => ({
    type: 'project.setParallelSprints',
    baseVersion,
    parallel: b % 2 === 0,
  }),
  'status.add': ({ baseVersion, statusId, pick: [a, , c] }) => {
    const [draft] = TEMPLATE_WORKFLOWS.simple.statuses
    const status = { ...draft, id: `s${a % 4}`, name: 'S', wipLimit: c % 5 } as typeof draft & {}
    return { type: 'status.add', baseVersion, status, before: statusId }
  },
  'status.edit': ({ baseVersion, statusId, pick: [a, , c] }) => ({
    type: 'status.edit',
    baseVersion,
    statusId,
    set: a % 2 ? { name: `S${c % 2}` } : { wipLimit: (c % 3) * 2 },
  }),
  'status.move': ({ baseVersion, statusId, statusIds, pick: [, , c] }) => ({
    type: 'status.move',
    baseVersion,
    statusId,
    before: c % 3 ? pickFrom(statusIds, c) : null,
  }),
  'status.remove': ({ baseVersion, statusId, statusIds, pick: [, , c] }) => ({
    type: 'status.remove',
    baseVersion,
    statusId,
    moveTo: pickFrom(statusIds, c),
  }),
  'workflow.change': ({ testProject, baseVersion, pick }) => ({
    type: 'workflow.change',
    baseVersion,
    ...randomWorkflow(testProject.project, pick),
  }),
  'component.add': ({ baseVersion, pick: [a, b] }) => ({
    type: 'component.add',
    baseVersion,
    componentId: `c${a % 4}`,
    name: `C${b % 5}`,
  }),
  'component.edit': ({ testProject, baseVersion, pick: [a, b] }) => ({
    type: 'component.edit',
    baseVersion,
    componentId: pickFrom(idsOf(testProject.project.components), a),
    set: { name: `C${b % 5}` },
  }),
  'component.remove': ({ testProject, baseVersion, pick: [a, b, c] }) => ({
    type: 'component.remove',
    baseVersion,
    componentId: pickFrom(idsOf(testProject.project.components), a),
    moveTo: b % 2 ? `c${c % 4}` : null,
  }),
  'version.add': ({ baseVersion, pick: [a, b] }) => ({
    type: 'version.add',
    baseVersion,
    versionId: `v${a % 4}`,
    name: `V${b % 5}`,
  }),
  'version.edit': ({ testProject, baseVersion, pick: [a, b, c] }) => ({
    type: 'version.edit',
    baseVersion,
    versionId: pickFrom(idsOf(testProject.project.versions), a),
    set:
      b % 3 === 0
        ? { state: (['planned', 'planned', 'released', 'archived'] as const)[c % 4] ?? 'planned' }
        : { releaseDate: `2031-01-${10 + (c % 9)}` },
  }),
  'version.release': ({ testProject, baseVersion, pick: [a, b, c] }) => ({
    type: 'version.release',
    baseVersion,
    versionId: pickFrom(idsOf(testProject.project.versions), a),
    releaseDate: `2031-01-${10 + (c % 9)}`,
    moveTo: b % 2 ? `v${c % 4}` : null,
  }),
  'version.remove': ({ testProject, baseVersion, pick: [a, b, c] }) => ({
    type: 'version.remove',
    baseVersion,
    versionId: pickFrom(idsOf(testProject.project.versions), a),
    moveTo: b % 2 ? `v${c % 4}` : null,
  }),
}

const idsOf = (all: readonly { id: string }[]) => all.map((each) => each.id)
