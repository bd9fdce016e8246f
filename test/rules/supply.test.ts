import { describe, expect, it } from 'vitest'
import { projectFiles, read } from './files'

interface Package { dependencies: Record<string, string>; devDependencies: Record<string, string>; scripts: Record<string, string> }

describe('S51 supply', () => {
  it('pins every direct dependency to one version', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Package
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    expect(loose).toEqual([])
  })

  it('commits a lockfile whose packages all have a checksum and name no other place', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { resolved?: string; integrity?: string; link?: boolean; inBundle?: boolean }> }
    const entries = Object.entries(packages).filter(([path, entry]) => path !== '' && !entry.link && !entry.inBundle)
    expect(entries.length).toBeGreaterThan(300)
    expect(entries.filter(([, entry]) => !entry.integrity).map(([path]) => path)).toEqual([])
    expect(entries.filter(([, entry]) => /^(git|http:|file:)/.test(entry.resolved ?? '')).map(([path]) => path)).toEqual([])
  })

  it('installs without running scripts and nothing younger than a week', () => {
    expect(read('scripts/setup/modules.mjs')).toContain("'--ignore-scripts'")
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m)
    expect(read('.npmrc')).toMatch(/^min-release-age=7$/m)
    const { scripts } = JSON.parse(read('package.json')) as Package
    expect(Object.keys(scripts).filter((name) => /^(pre|post)?install$|^prepare$/.test(name))).toEqual([])
  })

  it('S40 holds no secret', () => {
    const secret = /(-----BEGIN [A-Z ]*PRIVATE KEY-----|client_secret["']?\s*[:=]\s*["'][A-Za-z0-9]{16,}|pat-(na|eu)\d-(?!0{8})[0-9a-f]{8}-[0-9a-f-]{20,})/
    const texts = projectFiles().filter((file) => /\.(ts|tsx|mjs|js|json|yml|md|html|xml)$/.test(file) && file !== 'package-lock.json' && !file.endsWith('/redact.test.ts'))
    expect(texts.filter((file) => secret.test(read(file)))).toEqual([])
  })
})
