const SECRET_KEYS = [
  'password',
  'passwordHash',
  'secret',
  'token',
  'authorization',
  'cookie',
  'set-cookie',
]

/** Paths of secrets in logged objects: these names, at the top level and two levels below. */
export const SECRET_PATHS = SECRET_KEYS.flatMap((key) =>
  ['', '*', '*.*'].map((parent) => (parent ? `${parent}["${key}"]` : `["${key}"]`)),
)

const REPLACEMENTS: [pattern: RegExp, replacement: string][] = [
  // The password in a URL: postgres://name:password@host.
  [/(\b[a-z][a-z+.-]*:\/\/[^\s:/@"]+:)[^\s@"]+@/gi, '$1[redacted]@'],
  // Signed tokens, and the token after the word Bearer.
  [/\beyJ[\w-]+(\.[\w-]*){2,4}/g, '[redacted]'],
  [/\b(Bearer\s+)[\w.~+/=-]+/gi, '$1[redacted]'],
  // The token in an invitation's URL.
  [/(\/invite\/)[\w-]+/g, '$1[redacted]'],
]

/** Returns a finished log line without the secrets in its texts. */
export function redactSecrets(line: string): string {
  return REPLACEMENTS.reduce((text, [pattern, by]) => text.replace(pattern, by), line)
}
