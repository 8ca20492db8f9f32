/**
 * Where a request comes from, for limits: each proxy adds the address that it saw to the end of
 * X-Forwarded-For, and Next fills it in from the connection where there is none. What stands
 * before the entries of our own proxies (TRUSTED_PROXIES of them, 1 by default) a caller can make
 * up. Without any proxy all of it is theirs, which is why limits count by e-mail as well.
 */
export function clientIp(headers: Headers): string {
  const forwardedFor = (headers.get('x-forwarded-for') ?? '').split(',').map((each) => each.trim())
  const trustedProxies = Number(process.env.TRUSTED_PROXIES) || 1
  return (forwardedFor.at(-trustedProxies) ?? forwardedFor[0]) || 'unknown'
}
