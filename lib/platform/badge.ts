import { browser } from 'wxt/browser'

/** How many leads wait, on the toolbar button; its tooltip says what they are. */
export async function setBadge(count: number, title: string): Promise<void> {
  await browser.action.setBadgeText({ text: count === 0 ? '' : count > 99 ? '99+' : String(count) })
  await browser.action.setTitle({ title })
}
