/**
 * The namespace of the demo's ids. The same on every machine, so that seeding again is harmless.
 */
export const DEMO_NAMESPACE = 'b7c6f1de-51a2-4d0e-9a52-6f4b8a1c9d10'
