/** First path segments that belong to pages of the app. */
const RESERVED_SLUGS = [
  'api',
  'invite',
  'new-workspace',
  'sign-in',
  'sign-out',
  'sign-up',
  'static',
  'health',
]

/** Returns a workspace's name as a URL segment: at most 40 of a-z, 0-9 and single hyphens. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  return slug === '' || RESERVED_SLUGS.includes(slug) ? `workspace${slug && `-${slug}`}` : slug
}
