/**
 * Whether a request that changes things comes from our own pages. Browsers say where a request
 * starts; programs that say nothing carry no one's cookie by accident. With cookies SameSite=Lax
 * and JSON bodies only, a foreign page has no way in.
 */
export function isSameOrigin(headers: Headers): boolean {
  const fetchSite = headers.get('sec-fetch-site')
  if (fetchSite && fetchSite !== 'same-origin' && fetchSite !== 'none') return false
  const origin = headers.get('origin')
  if (!origin) return true
  const ownHosts = [headers.get('x-forwarded-host'), headers.get('host')]
  if (process.env.NEXTAUTH_URL) ownHosts.push(hostOf(process.env.NEXTAUTH_URL))
  const host = hostOf(origin)
  return host !== null && ownHosts.includes(host)
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null
}
