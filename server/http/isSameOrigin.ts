/**
 * Returns true when a changing request comes from our own pages. Browsers state the origin of a
 * request; programs that state none do not send a victim's cookie. With SameSite=Lax cookies and
 * JSON bodies only, a foreign page cannot forge requests.
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
