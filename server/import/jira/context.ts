import { mayNest } from '@/domain/task/level'
import type { Id, Priority, StatusId, TaskType } from '@/domain/words'
import { importedTaskId, placeholderId } from '../ids'
import type { Mapping } from '../mapping'
import type { CatalogIds } from './bringCatalog'
import { guessType } from './guess'
import { Names } from './names'
import type { Scan, ScannedProject } from './scanned'
import type { SourcePerson } from './source'

export const JIRA = 'jira'
/** Who did what Jira names nobody for. */
export const NOBODY = { id: 'jira:unknown', name: 'Someone in Jira' }

/** A project that takes the issues of one Jira project in. */
export interface Target {
  id: Id
  key: string
  /** Our status by the name of Jira's. */
  statusIds: ReadonlyMap<string, StatusId>
  /** Our sprint by Jira's id. */
  sprintIds: ReadonlyMap<string, Id>
  catalog: CatalogIds
  /** The place of an issue in every column, by its number; others go behind the last. */
  ranks: ReadonlyMap<number, string>
  source: ScannedProject
}

/** Turns the words of a file into ours, as the mapping says. */
export class Vocabulary {
  private readonly statusNames: Names
  private readonly typeNames: Names
  private readonly priorityNames: Names
  /** People named so far: ours by the tracker's name for them. */
  readonly named = new Map<Id, string>()
  private readonly parents: Scan['parents']
  private readonly owners = new Map<string, Scan['people'][number]>()

  constructor(
    readonly workspaceId: Id,
    scan: Scan,
    readonly mapping: Mapping,
  ) {
    this.statusNames = new Names(scan.names.status)
    this.parents = scan.parents
    this.typeNames = new Names(scan.names.type)
    this.priorityNames = new Names(scan.names.priority)
    for (const person of scan.people) {
      for (const alias of person.aliases) this.owners.set(alias, person)
    }
  }

  status(target: Target, id: string | null, text: string | null): StatusId | null {
    const name = this.statusNames.of(id, text)
    return (name && target.statusIds.get(name)) ?? null
  }

  type(id: string | null, text: string | null, subtask = false): TaskType | null {
    const name = this.typeNames.of(id, text)
    return name ? (this.mapping.types[name] ?? guessType(name, subtask)) : null
  }

  priority(id: string | null, text: string | null): Priority {
    const name = this.priorityNames.of(id, text)
    return (name && this.mapping.priorities[name]) || 0
  }

  /** Our person for a Jira user; whoever is not named becomes somebody all the same. */
  person(user: SourcePerson | string | null): Id {
    const called = typeof user === 'string' ? user : (user?.id ?? NOBODY.id)
    const id = this.owners.get(called)?.id ?? called
    const ours = this.mapping.people[id] ?? placeholderId(this.workspaceId, JIRA, id)
    this.named.set(ours, id)
    return ours
  }

  /** Our task for an issue that is named as a parent, where the file has it and its type fits. */
  parent(target: Target, named: string | null, child: TaskType): Id | null {
    const parent = named ? this.parents[named] : undefined
    const type = parent && this.type(parent.typeId, parent.typeName, parent.subtask)
    if (!parent || !type || !mayNest(child, type)) return null
    return importedTaskId(target.id, JIRA, parent.id)
  }

  /** What the file says about a Jira user. */
  scanned(id: string): Scan['people'][number] | undefined {
    return this.owners.get(id)
  }

  /** The display name behind a mention. */
  nameOf = (mention: string): string | undefined => this.owners.get(mention)?.name

  /** A link's target under the key that its project gets here. */
  link(link: string): string {
    const [, kind, key = '', number] = /^(.+?):(.+)-(\d+)$/.exec(link) ?? []
    const project = Object.hasOwn(this.mapping.projects, key) ? this.mapping.projects[key] : null
    return project?.take ? `${kind}:${project.key}-${number}` : link
  }
}
