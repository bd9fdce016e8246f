import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { startProcess, type HubProcess } from './hub/process'

const root = fileURLToPath(new URL('../../', import.meta.url))
const lines = readFileSync(join(root, 'hub/Containerfile'), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'))
const of = (word: string) => lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))
const command = (text: string | undefined) => z.parse(z.array(z.string()), JSON.parse((text ?? '').replace(/^[^[]*/, '')))
const lock = z.object({ packages: z.record(z.string(), z.object({ dev: z.optional(z.boolean()), optional: z.optional(z.boolean()), resolved: z.optional(z.string()) })) })
const { packages } = z.parse(lock, JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))

/** What the image holds, made by hand: the files it copies, and of the packages those that stay without the ones for development. */
function imageIn(folder: string): void {
  for (const [from, to] of of('COPY').map((line) => line.split(' ')).flatMap((parts) => parts.slice(0, -1).map((from) => [from, parts.at(-1) ?? ''] as const))) {
    cpSync(join(root, from), to === './' ? join(folder, from) : join(folder, to), { recursive: true })
  }
  const runtime = Object.entries(packages).filter(([path, { dev, optional }]) => /^node_modules\/(?:@[^/]+\/)?[^/]+$/.test(path) && !dev && !optional).map(([path]) => path)
  for (const path of runtime) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    symlinkSync(join(root, path), join(folder, path))
  }
}

describe('the container file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leadside-image-'))
  let hub: HubProcess | undefined
  beforeAll(() => imageIn(folder))
  afterAll(async () => {
    await hub?.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  it('copies what there is, and installs from the lockfile without scripts or packages for development', () => {
    const copied = of('COPY').flatMap((line) => line.split(' ').slice(0, -1))
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([])
    expect(of('RUN')[0]).toMatch(/^npm ci --omit=dev --ignore-scripts/)
    // Packages come from wherever the builder's npm is told to get them.
    expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([])
  })

  it('runs as nobody in particular, on a release of Node that reads TypeScript, with its data in a volume', () => {
    const at = (start: string) => lines.findIndex((line) => line.startsWith(start))
    expect(of('FROM')).toEqual(['docker.io/library/node:24-slim'])
    expect(of('USER')).toEqual(['node'])
    expect(at('RUN mkdir /data && chown node:node /data')).toBeLessThan(at('USER'))
    expect(at('VOLUME /data')).toBeGreaterThan(at('USER'))
    expect(of('ENV').join(' ')).toContain('LEADSIDE_DATA=/data')
  })

  it('starts by its own command from nothing but what it copied, and finds itself healthy', async () => {
    const [node, ...args] = command(of('CMD')[0])
    expect(node).toBe('node')
    // Links to the packages stay links, so that none finds another outside the image.
    hub = await startProcess({ LEADSIDE_DATA: join(folder, 'data'), NODE_OPTIONS: '--preserve-symlinks' }, { cwd: folder, args })
    const [checker, ...check] = command(of('HEALTHCHECK')[0])
    expect(checker).toBe('node')
    const ask = (port: string) => promisify(execFile)(process.execPath, check, { env: { PORT: port } })
    await ask(new URL(hub.url).port)
    await expect(ask('1')).rejects.toMatchObject({ code: 1 })
    expect((await fetch(`${hub.url}/readyz`)).status).toBe(200)
  }, 60_000)
})
