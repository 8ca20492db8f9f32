// `npm run build`: builds the web app unless it is up to date, as `npm start` does.
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
