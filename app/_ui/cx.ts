/** Joins class names and drops empty ones, so that a class can be written as `on && 'x'`. */
export function cx(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
