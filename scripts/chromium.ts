import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'

const PACKED = dirname(
  dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))),
)
const { version } = JSON.parse(readFileSync(join(PACKED, 'package.json'), 'utf8'))
// One folder a user: what root unpacked, others may not overwrite.
const FOLDER = join(tmpdir(), `concord-chromium-${version}-${userInfo().uid}`)
const LIBRARIES = join(FOLDER, 'al2023/lib')

// The package unpacks into the temporary folder of its process, its libraries only on Lambda.
const UNPACK = `import('@sparticuz/chromium').then((packed) => packed.default.executablePath())`

/** Unpacks the Chromium that npm shipped, once per version and user (2 s, 230 MB). */
export function unpackChromium(): void {
  if (existsSync(FOLDER)) return
  mkdirSync(tmpdir(), { recursive: true })
  const aside = mkdtempSync(`${FOLDER}.`)
  try {
    execFileSync(process.execPath, ['-e', UNPACK], {
      cwd: PACKED,
      env: { ...process.env, TMPDIR: aside, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
    })
    renameSync(aside, FOLDER)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

/** How Playwright starts that Chromium: as root or not, with the libraries it brings along. */
export function chromiumLaunch() {
  return {
    executablePath: join(FOLDER, 'chromium'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--font-render-hinting=none',
      '--disable-dev-shm-usage',
    ],
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: [LIBRARIES, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_PATH: join(FOLDER, 'fonts'),
    },
  }
}
