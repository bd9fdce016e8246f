import { browser } from 'wxt/browser'
import type { Alarms } from '@/lib/domain/store-ports'

/** The browser's alarms as one-shot moments. */
export const alarms: Alarms = {
  get: async (name) => (await browser.alarms.get(name))?.scheduledTime,
  set: (name, at) => browser.alarms.create(name, { when: at }),
  clear: async (name) => void (await browser.alarms.clear(name)),
}

/** Calls back with the name of every alarm that goes off. */
export function onAlarm(rang: (name: string) => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => rang(name))
}
