import { beforeEach, describe, expect, it, vi } from 'vitest'
import { adminPage } from '@/lib/platform/admin-page'
import { adminPage as made } from '@/scripts/admin-page'

const manifest: { homepage_url?: string } = {}
vi.mock('wxt/browser', () => ({ browser: { runtime: { getManifest: () => manifest, getURL: (path: string) => `chrome-extension://leadside${path}` } } }))

describe('the page for admins', () => {
  beforeEach(() => delete manifest.homepage_url)

  it('is in the package, until the project names a home', () => {
    expect(adminPage()).toBe('chrome-extension://leadside/admin.html')
    manifest.homepage_url = 'https://leadside.example/'
    expect(adminPage()).toBe('https://leadside.example/')
  })

  it('is the document, drawn: every managed key stands in a table, and nothing runs', () => {
    const page = made()
    expect(page).toContain('<h1>For admins</h1>')
    for (const key of ['allowedOrgs', 'salesforceClientId', 'statusByVerdict', 'retentionDays']) expect(page).toContain(`<td><code>${key}</code></td>`)
    expect(page).not.toMatch(/<script|<img|href="(?!https:)|\n\|/)
  })
})
