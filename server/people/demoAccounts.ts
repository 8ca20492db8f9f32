/** The accounts that can sign in to the demo data. Their password is no secret. */
export const DEMO_ACCOUNTS = [
  { name: 'Ada Moreau', email: 'ada@demo.example', password: 'concord-demo' },
  { name: 'Ben Okafor', email: 'ben@demo.example', password: 'concord-demo' },
] as const

/** Returns true when the sign-in page shows the demo accounts. */
export function isDemoEnabled(): boolean {
  return ['1', 'true'].includes(process.env.CONCORD_DEMO ?? '')
}
