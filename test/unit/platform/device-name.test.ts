import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { deviceName } from '@/lib/platform/device-name'
import { browser } from './fake-browser'

vi.mock('wxt/browser', () => import('./fake-browser'))

const brands = (...names: string[]) => vi.stubGlobal('navigator', { userAgentData: { brands: names.map((brand) => ({ brand, version: '140' })) } })
const runtime = browser.runtime as Record<string, unknown>
beforeEach(() => { runtime.getPlatformInfo = async () => ({ os: 'win' }) })
afterEach(() => {
  delete runtime.getBrowserInfo
  vi.unstubAllGlobals()
})

it.each([
  [['Not)A;Brand', 'Chromium', 'Google Chrome'], 'Google Chrome on Windows'],
  [['Microsoft Edge', ' Not A;Brand', 'Chromium'], 'Microsoft Edge on Windows'],
  [['Not_A Brand', 'Chromium'], 'Chromium on Windows'],
  [['Chromium', 'Not=A?Brand'], 'Chromium on Windows'],
])('names the browser and the system, of the brands %j', async (names, name) => {
  brands(...names)
  expect(await deviceName()).toBe(name)
})

it('asks Firefox for its own name, and keeps a system it does not know as it is called', async () => {
  runtime.getBrowserInfo = async () => ({ name: 'Firefox' })
  runtime.getPlatformInfo = async () => ({ os: 'plan9' })
  expect(await deviceName()).toBe('Firefox on plan9')
})
