import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { chromium } from '@playwright/test'

const PACKAGE_FOLDER = dirname(
  dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))),
)
const { version } = JSON.parse(readFileSync(join(PACKAGE_FOLDER, 'package.json'), 'utf8'))
// One folder per user, because others may not overwrite files that root unpacked.
const FOLDER = join(tmpdir(), `concord-chromium-${version}-${userInfo().uid}`)
const LIBRARIES = join(FOLDER, 'al2023/lib')
const FONTS = join(FOLDER, 'fonts')
const FONT_CONFIGURATION = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(FONTS, 'fonts')}</dir>
  <cachedir>${join(FONTS, 'cache')}</cachedir>
</fontconfig>
`

// The package unpacks into its process's temporary folder, and its libraries only on Lambda.
const UNPACK_SCRIPT = `import('@sparticuz/chromium').then((packed) => packed.default.executablePath())`

/**
 * Prepares the Chromium that npm installed and checks that it can draw text. Throws when it cannot:
 * without fonts, text is zero pixels wide until a web font is loaded.
 */
export async function prepareChromium(): Promise<void> {
  unpack()
  writeFontConfiguration()
  await checkFonts()
}

/** Unpacks once per version and user (2 s, 230 MB). */
function unpack(): void {
  if (existsSync(FOLDER)) return
  mkdirSync(tmpdir(), { recursive: true })
  const temporaryFolder = mkdtempSync(`${FOLDER}.`)
  try {
    execFileSync(process.execPath, ['-e', UNPACK_SCRIPT], {
      cwd: PACKAGE_FOLDER,
      env: { ...process.env, TMPDIR: temporaryFolder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
    })
    renameSync(temporaryFolder, FOLDER)
  } finally {
    rmSync(temporaryFolder, { recursive: true, force: true })
  }
}

/** The packaged fonts.conf names folders of AWS Lambda. This one names the unpacked folder. */
function writeFontConfiguration(): void {
  const file = join(FONTS, 'fonts.conf')
  if (readFileSync(file, 'utf8') === FONT_CONFIGURATION) return
  const temporaryFile = `${file}.${process.pid}`
  writeFileSync(temporaryFile, FONT_CONFIGURATION)
  renameSync(temporaryFile, file)
}

async function checkFonts(): Promise<void> {
  const browser = await chromium.launch(chromiumLaunchOptions())
  try {
    const page = await browser.newPage()
    await page.setContent('<span style="font-family: sans-serif">text</span><code>code</code>')
    for (const element of ['span', 'code']) {
      const box = await page.locator(element).boundingBox()
      if (box?.width) continue
      throw new Error(`Chromium draws no text in <${element}>: look at ${FONTS}/fonts.conf.`)
    }
  } finally {
    await browser.close()
  }
}

/**
 * Returns Playwright's launch options for that Chromium, for root and other users, with its own
 * libraries.
 */
export function chromiumLaunchOptions() {
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
      FONTCONFIG_PATH: FONTS,
    },
  }
}
