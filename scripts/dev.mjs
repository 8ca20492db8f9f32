// `npm run dev`: like `npm start`, with hot reload instead of a build.
import { launch } from './launch/launch.mjs'

await launch({ dev: true })
