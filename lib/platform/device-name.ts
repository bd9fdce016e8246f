import { browser } from 'wxt/browser'

const systems: Record<string, string> = { mac: 'macOS', win: 'Windows', linux: 'Linux', android: 'Android', cros: 'ChromeOS', openbsd: 'OpenBSD', fuchsia: 'Fuchsia' }

/** By what somebody knows this browser again among those they are signed in with, for example "Microsoft Edge on Windows". No versions. */
export async function deviceName(): Promise<string> {
  const { os } = await browser.runtime.getPlatformInfo()
  return `${await browserName()} on ${systems[os] ?? os}`
}

async function browserName(): Promise<string> {
  const { getBrowserInfo } = browser.runtime as { getBrowserInfo?: () => Promise<{ name: string }> }
  if (getBrowserInfo) return (await getBrowserInfo()).name
  const { userAgentData } = navigator as { userAgentData?: { brands: readonly { brand: string }[] } }
  // Chromium names itself, whoever made it of it, and an invented brand that keeps sites from counting on the list (User-Agent Client Hints).
  const brands = userAgentData?.brands.map(({ brand }) => brand).filter((brand) => !/^[\W_]*not[\W_].*brand/i.test(brand)) ?? []
  return brands.find((brand) => brand !== 'Chromium') ?? 'Chromium'
}
