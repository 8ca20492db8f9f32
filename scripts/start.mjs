// `npm start`: from a fresh clone to a running Concord. Plain JavaScript, because nothing is
// installed before the first run.
import { launch } from './launch/launch.mjs'

await launch({ dev: false })
