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
/** Who did what Jira names nobody for. */
export const UNKNOWN_PERSON = { id: 'jira:unknown', name: 'Someone in Jira' }

/** A project that takes the issues of one Jira project in. */
export interface ImportTarget {
  id: Id
  key: string
  /** Our status by the name of Jira's. */
  statusIds: ReadonlyMap<string, StatusId>
  /** Our sprint by Jira's id. */
  sprintIds: ReadonlyMap<string, Id>
  catalog: ComponentAndVersionIds
  /** The place of an issue in every column, by its number; others go behind the last. */
  ranks: ReadonlyMap<number, string>
  source: ScannedProject
}

/** Turns the words of a file into ours, as the mapping says. */
export class ValueMapper {
  private readonly statusNames: CurrentNames
  private readonly typeNames: CurrentNames
  private readonly priorityNames: CurrentNames
  /** People named so far: ours by the tracker's name for them. */
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

  /** Our person for a Jira user; whoever is not named becomes somebody all the same. */
  mapPerson(user: SourcePerson | string | null): Id {
    const called = typeof user === 'string' ? user : (user?.id ?? UNKNOWN_PERSON.id)
    const id = this.personByAlias.get(called)?.id ?? called
    const ours = this.mapping.people[id] ?? placeholderId(this.workspaceId, JIRA, id)
    this.mentionedPeople.set(ours, id)
    return ours
  }

  /** Our task for an issue that is named as a parent, where the file has it and its type fits. */
  mapParent(target: ImportTarget, named: string | null, child: TaskType): Id | null {
    const parent = named ? this.parents[named] : undefined
    const type = parent && this.mapType(parent.typeId, parent.typeName, parent.subtask)
    if (!parent || !type || !canHaveParent(child, type)) return null
    return importedTaskId(target.id, JIRA, parent.id)
  }

  /** What the file says about a Jira user. */
  scannedPerson(id: string): ScanResult['people'][number] | undefined {
    return this.personByAlias.get(id)
  }

  /** The display name behind a mention. */
  nameOf = (mention: string): string | undefined => this.personByAlias.get(mention)?.name

  /** A link's target under the key that its project gets here. */
  mapLink(link: string): string {
    const [, kind, key = '', number] = /^(.+?):(.+)-(\d+)$/.exec(link) ?? []
    const project = Object.hasOwn(this.mapping.projects, key) ? this.mapping.projects[key] : null
    return project?.included ? `${kind}:${project.key}-${number}` : link
  }
}
