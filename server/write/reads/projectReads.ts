import { getTableColumns, sql } from 'drizzle-orm'
import {
  componentColumns,
  eventColumns,
  sprintColumns,
  statusColumns,
  versionColumns,
} from '@/db/rowColumns'
import { component, projectVersion } from '@/db/schema/componentsAndVersions'
import { command, event } from '@/db/schema/eventLog'
import { person, workspace } from '@/db/schema/people'
import { project, status } from '@/db/schema/project'
import { sprint } from '@/db/schema/sprint'
import { idInput, keyInput, projectInput, projectVersionInput } from './batchInput'
import { idRows, personIsInWorkspace, read } from './readQuery'

/** Reads of the project, and of the people and things other than tasks that its commands name. */
export const PROJECT_READS = {
  commands: read({
    input: idInput,
    rows: ({ readSet }) => idRows(readSet.commandIds),
    fields: getTableColumns(command),
    from: sql`from ${idInput}
      join ${command} on ${command.projectId} = ${idInput.projectId} and ${command.commandId} = ${idInput.id}`,
  }),
  project: read({
    input: projectInput,
    rows: () => [{}],
    fields: getTableColumns(project),
    from: sql`from ${projectInput} join ${project} on ${project.id} = ${projectInput.projectId}
      and (${project.workspaceId} = ${projectInput.workspaceId}) is true`,
  }),
  statuses: read({
    input: projectInput,
    rows: () => [{}],
    fields: statusColumns,
    from: sql`from ${projectInput} join ${status} on ${status.projectId} = ${projectInput.projectId}
      order by ${status.rank}`,
  }),
  /** Events on the project itself after the base versions of the commands. */
  concurrentProjectEvents: read({
    input: projectVersionInput,
    rows: ({ readSet }) =>
      readSet.projectBaseVersion === null ? [] : [{ base: readSet.projectBaseVersion }],
    fields: eventColumns,
    from: sql`from ${projectVersionInput} cross join lateral (
        select * from ${event} where ${event.projectId} = ${projectVersionInput.projectId}
          and ${event.taskId} is null and ${event.version} > ${projectVersionInput.base}
        order by ${event.version}
      ) as ${event} order by ${event.seq}`,
  }),
  people: read({
    input: idInput,
    rows: ({ commands, readSet }) =>
      idRows(new Set([...commands.map(({ scope }) => scope.person.id), ...readSet.people])),
    fields: {
      id: person.id,
      role: person.role,
      roleSince: person.roleSince,
      formerRole: person.formerRole,
      removedAt: person.removedAt,
      timeZone: person.timeZone,
    },
    from: sql`from ${idInput} join ${person} on ${person.id} = ${idInput.id} and ${personIsInWorkspace}`,
  }),
  sprints: read({
    input: projectInput,
    rows: ({ readSet }) => (readSet.sprints ? [{}] : []),
    fields: sprintColumns,
    from: sql`from ${projectInput} join ${sprint} on ${sprint.projectId} = ${projectInput.projectId}
      order by ${sprint.rank}`,
  }),
  components: read({
    input: projectInput,
    rows: ({ readSet }) => (readSet.componentsAndVersions ? [{}] : []),
    fields: componentColumns,
    from: sql`from ${projectInput} join ${component} on ${component.projectId} = ${projectInput.projectId}
      order by ${component.id}`,
  }),
  versions: read({
    input: projectInput,
    rows: ({ readSet }) => (readSet.componentsAndVersions ? [{}] : []),
    fields: versionColumns,
    from: sql`from ${projectInput}
      join ${projectVersion} on ${projectVersion.projectId} = ${projectInput.projectId}
      order by ${projectVersion.id}`,
  }),
  timeLock: read({
    input: projectInput,
    rows: ({ readSet }) => (readSet.timeLock ? [{}] : []),
    fields: { lockedUntil: workspace.lockedUntil },
    from: sql`from ${projectInput} join ${workspace} on ${workspace.id} = ${projectInput.workspaceId}`,
  }),
  projectKeys: read({
    input: keyInput,
    rows: ({ readSet }) => [...readSet.projectKeys].map((key) => ({ key })),
    fields: { key: project.key },
    from: sql`from ${keyInput} join ${project}
      on ${project.workspaceId} = ${keyInput.workspaceId} and ${project.key} = ${keyInput.key}`,
  }),
  /** A project of another workspace that already has the id of a project to be created. */
  foreignProject: read({
    input: projectInput,
    rows: ({ readSet }) => (readSet.projectKeys.size > 0 ? [{}] : []),
    fields: { id: project.id },
    from: sql`from ${projectInput} join ${project} on ${project.id} = ${projectInput.projectId}
      and (${project.workspaceId} <> ${projectInput.workspaceId}) is true`,
  }),
}
