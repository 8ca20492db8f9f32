// Replaces the web app in tests of the launcher: answers every request, needs no build.
import { createServer } from 'node:http'

const port = Number(process.argv[process.argv.indexOf('-p') + 1])
createServer((_request, response) => response.end(String(process.pid))).listen(port, '127.0.0.1')
process.on('SIGTERM', () => process.exit(0))
