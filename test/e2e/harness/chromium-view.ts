import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, type Frame, type Locator, type Page } from '@playwright/test'
import { axeCode } from './axe.ts'
import type { Target, View } from './types.ts'

type Role = Parameters<Frame['getByRole']>[0]

/** A Playwright page or frame as a `View`. */
export function chromiumView(scope: Page | Frame): View {
  const page = 'page' in scope && typeof scope.page === 'function' ? scope.page() : (scope as Page)
  const find = ({ role, name, exact, nth }: Target): Locator => {
    const found = scope.getByRole(role as Role, { name, exact: exact ?? typeof name === 'string' })
    return nth === undefined ? found.first() : found.nth(nth)
  }
  return {
    click: (target) => find(target).click(),
    doubleClick: (target) => find(target).dblclick(),
    type: (target, text) => find(target).fill(text),
    press: (key) => page.keyboard.press(key),
    select: async (target, option) => { await find(target).selectOption({ label: option }) },
    upload: (file) => scope.locator('input[type=file]').setInputFiles(file),
    count: ({ role, name, exact }) => scope.getByRole(role as Role, { name, exact: exact ?? typeof name === 'string' }).count(),
    text: () => scope.locator('body').innerText(),
    sees: (text, timeout = 10_000) => expect(scope.locator('body')).toContainText(text, { timeout, useInnerText: true }),
    seesNot: (text, timeout = 10_000) => expect(scope.locator('body')).not.toContainText(text, { timeout, useInnerText: true }),
    evaluate: (code) => scope.evaluate(code),
    axe: () => scope.evaluate(axeCode),
    async screenshot(file, size) {
      mkdirSync(dirname(file), { recursive: true })
      if (size) await page.setViewportSize(size)
      await page.screenshot({ path: file })
    },
  }
}

const acts = ['click', 'doubleClick', 'type', 'press', 'select', 'upload', 'count', 'text', 'sees', 'seesNot', 'evaluate', 'axe', 'screenshot'] as const satisfies readonly (keyof View)[]

/** A frame that may be made anew at any time, as the dock does with a panel that is slow to paint: what was under way in the old one is done again in the new one. */
export function changingView(find: () => Promise<Frame>): View {
  const inTheNewest = (act: keyof View) => async (...given: unknown[]) => {
    for (;;) {
      const frame = await find()
      try {
        return await (chromiumView(frame)[act] as (...given: unknown[]) => Promise<unknown>)(...given)
      } catch (failure) {
        if (!frame.isDetached()) throw failure
      }
    }
  }
  return Object.fromEntries(acts.map((act) => [act, inTheNewest(act)])) as unknown as View
}
