// `npm run check`: the static checks of `npm test`, without installing or running anything.
import { PROJECT } from './launch/runCommand.mjs'
import { CHECKS, runSteps } from './test/steps.mjs'

process.chdir(PROJECT)
await runSteps('npm run check', CHECKS)
