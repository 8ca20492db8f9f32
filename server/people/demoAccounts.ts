/** Those who can sign in to the demo data. Their password is no secret. */
export const DEMO_ACCOUNTS = [
  { name: 'Ada Moreau', email: 'ada@demo.example', password: 'concord-demo' },
  { name: 'Ben Okafor', email: 'ben@demo.example', password: 'concord-demo' },
] as const

/** Whether the sign-in page shows them. */
export function isDemoEnabled(): boolean {
  return ['1', 'true'].includes(process.env.CONCORD_DEMO ?? '')
}
