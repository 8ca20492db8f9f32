/**
 * Where a request comes from: the first address of X-Forwarded-For, which Next fills in from the
 * connection where no proxy did. A caller without a proxy before us can make one up, which is why
 * limits count by e-mail as well.
 */
export function addressOf(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',')[0]?.trim() || 'unknown'
}
