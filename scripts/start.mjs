// `npm start`: from a fresh clone to a running Concord. Plain JavaScript, because nothing is
// installed yet when it runs for the first time.
import { launch } from './launch/launch.mjs'

await launch({ dev: false })
