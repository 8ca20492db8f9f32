import type { SourceIssue, SourcePerson } from './sourceIssue'

/** A person in the file, with counts. */
export interface ScannedPerson {
  id: string
  name: string
  email: string | null
  /** Other names of the person in histories and mentions. */
  aliases: string[]
  reported: number
  assigned: number
  comments: number
  changes: number
}

type PersonCounter = 'reported' | 'assigned' | 'comments' | 'changes'

/** Counts the people of a file. */
export class PeopleStats {
  private readonly people = new Map<string, ScannedPerson>()

  add(issue: SourceIssue): void {
    this.count(issue.reporter, 'reported')
    this.count(issue.assignee, 'assigned')
    for (const comment of issue.comments) this.count(comment.author, 'comments')
    for (const worklog of issue.worklogs) this.count(worklog.author, 'changes')
    for (const history of issue.histories) {
      this.count(history.author, 'changes')
      for (const change of history.changes) {
        if (change.field !== 'assignee' && change.field !== 'reporter') continue
        this.addMention(change.from, change.fromText)
        this.addMention(change.to, change.toText)
      }
    }
  }

  /** Returns all people, the most active first. Merges those known by several names. */
  all(): ScannedPerson[] {
    const owners = new Map<string, ScannedPerson>()
    for (const person of this.people.values()) {
      for (const alias of person.aliases) if (alias !== person.id) owners.set(alias, person)
    }
    const weight = (each: ScannedPerson) =>
      each.reported + each.assigned + each.comments + each.changes
    return [...this.people.values()]
      .filter((person) => !owners.has(person.id) || owners.get(person.id) === person)
      .sort((a, b) => weight(b) - weight(a))
  }

  private count(person: SourcePerson | null, what: PersonCounter): void {
    if (!person) return
    const known = this.personFor(person.id, person.name)
    known[what]++
    known.name = person.name
    known.email ??= person.email
    for (const alias of person.aliases)
      if (!known.aliases.includes(alias)) known.aliases.push(alias)
  }

  /** Adds a person whom only a history names. */
  private addMention(id: string | null, text: string | null): void {
    if (id) this.personFor(id, text ?? id)
  }

  private personFor(id: string, name: string): ScannedPerson {
    const known = this.people.get(id)
    if (known) return known
    const none = { reported: 0, assigned: 0, comments: 0, changes: 0 }
    const person = { id, name, email: null, aliases: [id], ...none }
    this.people.set(id, person)
    return person
  }
}
