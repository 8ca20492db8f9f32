// `npm run build`: builds the web app unless it is built already, as `npm start` would.
import { buildWhenNeeded } from './launch/buildWhenNeeded.mjs'
import { PROJECT } from './launch/runCommand.mjs'
import { errorMessage } from './launch/startupError.mjs'

process.chdir(PROJECT)
try {
  await buildWhenNeeded()
} catch (error) {
  process.stderr.write(`${errorMessage(error)}\n`)
  process.exit(1)
}
