import { type Id, LIMITS } from '@/domain/words'
import type { Mapping } from '../mapping'
import { guessKey, guessPriority, guessType } from './guess'
import type { Scan } from './scanned'
import { firstOf } from './text/wellFormed'

/** Somebody of the workspace, as far as a file may know them. */
export interface KnownPerson {
  id: Id
  name: string
  email: string | null
  importedAs: string | null
}

/**
 * The mapping that is shown first: names as they are, categories, types and priorities guessed,
 * people found by an earlier import or by their e-mail address.
 */
export function propose(scan: Scan, known: KnownPerson[]): Mapping {
  const priorities = scan.priorities.map((each) => each.name)
  return {
    projects: record(
      scan.projects,
      (each) => each.key,
      (each) => ({
        take: true,
        key: guessKey(each.key),
        name: firstOf(each.name, LIMITS.name),
      }),
    ),
    statuses: record(
      scan.statuses,
      (each) => each.name,
      (each) => ({
        name: firstOf(each.name, LIMITS.name),
        category: each.category,
        // Statuses that only a few old issues passed through would be empty columns for ever.
        column: each.issues > 0 || each.mentions * 50 >= scan.issues,
      }),
    ),
    types: record(
      scan.types,
      (each) => each.name,
      (each) => guessType(each.name, each.subtask),
    ),
    priorities: record(
      scan.priorities,
      (each) => each.name,
      (each) => guessPriority(each.name, priorities),
    ),
    people: record(
      scan.people,
      (each) => each.id,
      (each) => match(each, known),
    ),
    estimateField: scan.estimateField,
    restricted: 'leave',
    onProblem: 'skip',
  }
}

function record<T, V>(list: T[], key: (each: T) => string, value: (each: T) => V) {
  return Object.fromEntries(list.map((each) => [key(each), value(each)]))
}

function match(person: Scan['people'][number], known: KnownPerson[]): Id | null {
  const before = known.find((each) => each.importedAs === person.id)
  const mail = person.email && known.find((each) => each.email?.toLowerCase() === person.email)
  return (before ?? (mail || null))?.id ?? null
}
