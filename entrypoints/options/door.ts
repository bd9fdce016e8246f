import { browser } from 'wxt/browser'
import type { DeskDoor } from '@/components/desk/desk-door'
import { findPastedOrg } from '@/lib/pages/salesforce-address'

/** What only this page may ask the browser for, each straight from a click. */
export const door: DeskDoor = {
  askHosts: (origins) => browser.permissions.request({ origins }),
  findOrg: findPastedOrg,
  askPages: (origins) => browser.permissions.request({ permissions: ['scripting'], origins }),
  askPermission: (name) => browser.permissions.request({ permissions: [name] }),
  download(name, type, content) {
    const url = URL.createObjectURL(new Blob([content], { type }))
    const link = document.createElement('a')
    link.href = url
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(url), 60_000)
  },
  copy: (text) => navigator.clipboard.writeText(text),
  open: (url) => void browser.tabs.create({ url }),
}
