const SECRET_KEYS = [
  'password',
  'passwordHash',
  'secret',
  'token',
  'authorization',
  'cookie',
  'set-cookie',
]

/** Where secrets may stand in what is logged: by these names, at the top and two levels below it. */
export const SECRET_PATHS = SECRET_KEYS.flatMap((key) =>
  ['', '*', '*.*'].map((parent) => (parent ? `${parent}["${key}"]` : `["${key}"]`)),
)

const REPLACEMENTS: [pattern: RegExp, replacement: string][] = [
  // The password of an address: postgres://name:password@host.
  [/(\b[a-z][a-z+.-]*:\/\/[^\s:/@"]+:)[^\s@"]+@/gi, '$1[redacted]@'],
  // Signed tokens, and what stands behind the word Bearer.
  [/\beyJ[\w-]+(\.[\w-]*){2,4}/g, '[redacted]'],
  [/\b(Bearer\s+)[\w.~+/=-]+/gi, '$1[redacted]'],
  // The token of an invitation's address.
  [/(\/invite\/)[\w-]+/g, '$1[redacted]'],
]

/** A finished line of the log without the secrets that stand in its texts. */
export function redactSecrets(line: string): string {
  return REPLACEMENTS.reduce((text, [pattern, by]) => text.replace(pattern, by), line)
}
