/**
 * Whether a request that changes things comes from our own pages. Browsers say where a request
 * starts; programs that say nothing carry no one's cookie by accident. With cookies SameSite=Lax
 * and JSON bodies only, a foreign page has no way in.
 */
export function isOwnOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') return false
  const origin = headers.get('origin')
  if (!origin) return true
  const own = [headers.get('x-forwarded-host'), headers.get('host')]
  if (process.env.NEXTAUTH_URL) own.push(hostOf(process.env.NEXTAUTH_URL))
  const host = hostOf(origin)
  return host !== null && own.includes(host)
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null
}
