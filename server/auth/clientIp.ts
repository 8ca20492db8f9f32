/**
 * Returns the client's IP address for rate limits. Each proxy appends the address that it saw to
 * X-Forwarded-For; without a proxy, Next fills it in from the connection. Only the last entries,
 * one per own proxy (TRUSTED_PROXIES, 1 by default), are trustworthy; the client can forge the
 * others. Without a proxy it can forge all of them, which is why limits also count by e-mail.
 */
export function clientIp(headers: Headers): string {
  const forwardedFor = (headers.get('x-forwarded-for') ?? '').split(',').map((each) => each.trim())
  const trustedProxies = Number(process.env.TRUSTED_PROXIES) || 1
  return (forwardedFor.at(-trustedProxies) ?? forwardedFor[0]) || 'unknown'
}
