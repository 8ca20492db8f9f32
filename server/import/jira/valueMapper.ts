import type { Id, Priority, StatusId, TaskType } from '@/domain/kernel/primitives'
import { canHaveParent } from '@/domain/task/hierarchy'
import { importedTaskId, placeholderId } from '../importedIds'
import type { Mapping } from '../mapping'
import { CurrentNames } from './currentNames'
import { guessType } from './guess'
import type { ComponentAndVersionIds } from './importComponentsAndVersions'
import type { ScannedProject, ScanResult } from './scanResult'
import type { SourcePerson } from './sourceIssue'

export const JIRA = 'jira'
/** The person for changes whose author Jira does not name. */
export const UNKNOWN_PERSON = { id: 'jira:unknown', name: 'Someone in Jira' }

/** A project that receives the issues of one Jira project. */
export interface ImportTarget {
  id: Id
  key: string
  /** Status ids by the names of Jira's statuses. */
  statusIds: ReadonlyMap<string, StatusId>
  /** Sprint ids by Jira's ids. */
  sprintIds: ReadonlyMap<string, Id>
  componentAndVersionIds: ComponentAndVersionIds
  /** The rank of an issue in every column, by its number. Others go after the last. */
  ranks: ReadonlyMap<number, string>
  source: ScannedProject
}

/** Maps the values of a file as the mapping says. */
export class ValueMapper {
  private readonly statusNames: CurrentNames
  private readonly typeNames: CurrentNames
  private readonly priorityNames: CurrentNames
  /** People mentioned so far: the tracker's names by person id. */
  readonly mentionedPeople = new Map<Id, string>()
  private readonly parents: ScanResult['parents']
  private readonly personByAlias = new Map<string, ScanResult['people'][number]>()

  constructor(
    readonly workspaceId: Id,
    scan: ScanResult,
    readonly mapping: Mapping,
  ) {
    this.statusNames = new CurrentNames(scan.names.status)
    this.parents = scan.parents
    this.typeNames = new CurrentNames(scan.names.type)
    this.priorityNames = new CurrentNames(scan.names.priority)
    for (const person of scan.people) {
      for (const alias of person.aliases) this.personByAlias.set(alias, person)
    }
  }

  mapStatus(target: ImportTarget, id: string | null, text: string | null): StatusId | null {
    const name = this.statusNames.nameOf(id, text)
    return (name && target.statusIds.get(name)) ?? null
  }

  mapType(id: string | null, text: string | null, subtask = false): TaskType | null {
    const name = this.typeNames.nameOf(id, text)
    return name ? (this.mapping.types[name] ?? guessType(name, subtask)) : null
  }

  mapPriority(id: string | null, text: string | null): Priority {
    const name = this.priorityNames.nameOf(id, text)
    return (name && this.mapping.priorities[name]) || 0
  }

  /** Returns the person for a Jira user, also for an unknown one. */
  mapPerson(user: SourcePerson | string | null): Id {
    const called = typeof user === 'string' ? user : (user?.id ?? UNKNOWN_PERSON.id)
    const id = this.personByAlias.get(called)?.id ?? called
    const ours = this.mapping.people[id] ?? placeholderId(this.workspaceId, JIRA, id)
    this.mentionedPeople.set(ours, id)
    return ours
  }

  /** Returns the task for a named parent, when the file contains it and its type fits. */
  mapParent(target: ImportTarget, named: string | null, child: TaskType): Id | null {
    const parent = named ? this.parents[named] : undefined
    const type = parent && this.mapType(parent.typeId, parent.typeName, parent.subtask)
    if (!parent || !type || !canHaveParent(child, type)) return null
    return importedTaskId(target.id, JIRA, parent.id)
  }

  /** Returns the file's data about a Jira user. */
  scannedPerson(id: string): ScanResult['people'][number] | undefined {
    return this.personByAlias.get(id)
  }

  /** Returns the display name of a mentioned person. */
  nameOf = (mention: string): string | undefined => this.personByAlias.get(mention)?.name

  /** Returns a link with the key that its target's project gets here. */
  mapLink(link: string): string {
    const [, kind, key = '', number] = /^(.+?):(.+)-(\d+)$/.exec(link) ?? []
    const project = Object.hasOwn(this.mapping.projects, key) ? this.mapping.projects[key] : null
    return project?.included ? `${kind}:${project.key}-${number}` : link
  }
}
