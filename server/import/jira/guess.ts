import type { Category, Priority, TaskType } from '@/domain/kernel/primitives'

/** Guesses a status's category from Jira's category key, otherwise from the status's name. */
export function guessCategory(key: string | null, name: string): Category {
  if (key === 'done') return 'done'
  if (key === 'indeterminate') return 'in_progress'
  if (key === 'new') return 'todo'
  if (/\b(?:done|closed|resolved|fixed|complete|completed|released|rejected)\b/i.test(name)) {
    return 'done'
  }
  return /progress|review|test|develop|doing|active|accepted|verif|implement|block|hold/i.test(name)
    ? 'in_progress'
    : 'todo'
}

export function guessType(name: string, subtask: boolean): TaskType {
  if (subtask || /sub-?task|technical task/i.test(name)) return 'subtask'
  if (/epic/i.test(name)) return 'epic'
  if (/bug|defect|fault|incident|problem/i.test(name)) return 'bug'
  return /story|feature|improvement|enhancement|wish/i.test(name) ? 'story' : 'task'
}

const OLD_SCHEME: Record<string, Priority> = {
  blocker: 4,
  critical: 3,
  major: 2,
  minor: 1,
  trivial: 1,
}
const NEW_SCHEME: Record<string, Priority> = {
  blocker: 4,
  highest: 4,
  urgent: 4,
  critical: 4,
  high: 3,
  medium: 2,
  normal: 2,
  low: 1,
  minor: 1,
  lowest: 1,
  trivial: 1,
}

/**
 * Guesses a priority from its name and all names of the file: “Critical” ranks lower when there is
 * “Blocker”.
 */
export function guessPriority(name: string, all: string[]): Priority {
  const isOldScheme = all.some((each) => each.toLowerCase() === 'major')
  const scheme = isOldScheme ? { ...NEW_SCHEME, ...OLD_SCHEME } : NEW_SCHEME
  return scheme[name.toLowerCase()] ?? 0
}

/** Returns a valid key close to Jira's: 2 to 10 capital letters and digits. */
export function guessKey(key: string): string {
  const plain = key
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 10)
  return plain.length < 2 ? `${plain}X` : plain
}
