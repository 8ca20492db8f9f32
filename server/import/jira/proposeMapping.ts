import { type Id, LIMITS } from '@/domain/kernel/primitives'
import type { Mapping } from '../mapping'
import { guessKey, guessPriority, guessType } from './guess'
import type { ScanResult } from './scanResult'
import { truncateText } from './text/toWellFormed'

/** The data of a workspace's person that a file can be matched with. */
export interface KnownPerson {
  id: Id
  name: string
  email: string | null
  importedAs: string | null
}

/**
 * Returns the initial mapping: unchanged names, guessed categories, types and priorities, and
 * people matched by an earlier import or by e-mail.
 */
export function proposeMapping(scan: ScanResult, known: KnownPerson[]): Mapping {
  const priorities = scan.priorities.map((each) => each.name)
  return {
    projects: toRecord(
      scan.projects,
      (each) => each.key,
      (each) => ({
        included: true,
        key: guessKey(each.key),
        name: truncateText(each.name, LIMITS.name),
      }),
    ),
    statuses: toRecord(
      scan.statuses,
      (each) => each.name,
      (each) => ({
        name: truncateText(each.name, LIMITS.name),
        category: each.category,
        // Statuses that only a few old issues passed through would stay empty columns forever.
        column: each.issues > 0 || each.mentions * 50 >= scan.issues,
      }),
    ),
    types: toRecord(
      scan.types,
      (each) => each.name,
      (each) => guessType(each.name, each.subtask),
    ),
    priorities: toRecord(
      scan.priorities,
      (each) => each.name,
      (each) => guessPriority(each.name, priorities),
    ),
    people: toRecord(
      scan.people,
      (each) => each.id,
      (each) => matchPerson(each, known),
    ),
    estimateField: scan.estimateField,
    restricted: 'exclude',
    onProblem: 'skip',
  }
}

function toRecord<T, V>(list: T[], key: (each: T) => string, value: (each: T) => V) {
  return Object.fromEntries(list.map((each) => [key(each), value(each)]))
}

function matchPerson(person: ScanResult['people'][number], known: KnownPerson[]): Id | null {
  const earlierMatch = known.find((each) => each.importedAs === person.id)
  const emailMatch =
    person.email && known.find((each) => each.email?.toLowerCase() === person.email)
  return (earlierMatch ?? (emailMatch || null))?.id ?? null
}
