// `npm run build`: builds the web app unless it is built already, as `npm start` would.
import { buildWhenNeeded } from './launch/build.mjs'
import { PROJECT } from './launch/run.mjs'
import { sentence } from './launch/sentence.mjs'

process.chdir(PROJECT)
try {
  await buildWhenNeeded()
} catch (error) {
  process.stderr.write(`${sentence(error)}\n`)
  process.exit(1)
}
