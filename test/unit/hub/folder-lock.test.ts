import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockFolder } from '@/hub/db/folder-lock'

describe('the lock of an embedded folder', () => {
  let folder: string
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'leadside-lock-')) })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const leave = (holder: { pid?: number; host?: string; since?: number }, touchedAt = Date.now()) => {
    const file = join(folder, 'hub.lock')
    writeFileSync(file, JSON.stringify({ pid: holder.pid ?? 999_999_999, host: holder.host ?? hostname(), since: new Date(holder.since ?? Date.now()).toISOString() }))
    utimesSync(file, new Date(touchedAt), new Date(touchedAt))
  }
  const take = () => lockFolder(folder, Date.now())

  it('is held once, and given back', () => {
    const release = take()
    expect(take).toThrow(`process ${process.pid} on ${hostname()}`)
    release()
    expect(existsSync(join(folder, 'hub.lock'))).toBe(false)
    take()()
  })

  it.each([
    ['a process of this machine that is gone', {}, 0, true],
    ['a process of this machine that lives, however silent', { pid: process.ppid }, 600_000, false],
    ['an earlier process with the number of this one, as in a container', { pid: process.pid, since: 0 }, 0, true],
    ['another machine that was heard of', { host: 'elsewhere', pid: 1 }, 60_000, false],
    ['another machine that has long been silent', { host: 'elsewhere', pid: 1 }, 180_000, true],
  ])('of %s is judged by what can be known', (_, holder, silentMs, taken) => {
    leave(holder, Date.now() - silentMs)
    if (taken) take()()
    else expect(take).toThrow('is in use by')
  })
})
