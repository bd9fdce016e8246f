import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { ElementHandle, Frame, JSHandle, KeyInput, Page } from 'puppeteer-core'
import { axeCode } from './axe.ts'
import type { Target, View } from './types.ts'
import { waitFor } from './wait.ts'

/** Elements of a role with an accessible name: enough of the naming rules for our own documents. */
const findCode = `(role, source, flags, exact) => {
  const roles = { button: 'button,[role=button],summary', link: 'a[href]', textbox: 'input:not([type]),input[type=text],input[type=email],input[type=url],input[type=password],textarea,[role=textbox]',
    searchbox: 'input[type=search],[role=searchbox]', combobox: 'select,[role=combobox],input[list]', checkbox: 'input[type=checkbox],[role=checkbox]', radio: 'input[type=radio],[role=radio]', spinbutton: 'input[type=number],[role=spinbutton]', heading: 'h1,h2,h3,h4,[role=heading]' };
  const selector = roles[role] ? roles[role] + ',[role=' + role + ']' : '[role=' + role + ']';
  const nameOf = (el) => {
    const by = el.getAttribute('aria-labelledby');
    const name = el.getAttribute('aria-label') || (by && by.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ')) || [...(el.labels ?? [])].map((l) => l.textContent).join(' ')
      || el.textContent || el.getAttribute('title') || el.getAttribute('placeholder') || el.value || '';
    return name.replace(/\\s+/g, ' ').trim();
  };
  const match = flags === null ? (name) => (exact ? name === source : name.toLowerCase().includes(source.toLowerCase())) : (name) => new RegExp(source, flags).test(name);
  return [...document.querySelectorAll(selector)].filter((el) => el.checkVisibility({ visibilityProperty: true }) && match(nameOf(el)));
}`

/** A Puppeteer frame as a `View`. */
export function firefoxView(page: Page, scope: () => Promise<Frame>): View {
  async function all({ role, name, exact }: Target): Promise<JSHandle<Element[]>> {
    const [source, flags] = typeof name === 'string' ? [name, null] : [name.source, name.flags]
    const frame = await scope()
    return (await frame.evaluateHandle(`(${findCode})(${JSON.stringify(role)}, ${JSON.stringify(source)}, ${JSON.stringify(flags)}, ${exact ?? typeof name === 'string'})`)) as JSHandle<Element[]>
  }
  /** Waits, as a person does, until what looks unusable can be used. */
  async function one(target: Target): Promise<ElementHandle> {
    return waitFor(async () => {
      const list = await all(target)
      const item = await list.evaluateHandle((found, index) => found.filter((el) => el.ariaDisabled !== 'true' && !el.matches(':disabled'))[index], target.nth ?? 0)
      return item.asElement() as ElementHandle | null ?? undefined
    }, `${target.role} ${String(target.name)}`)
  }
  /** What is redrawn between finding and acting is looked for again. */
  async function upon<T>(target: Target, act: (found: ElementHandle) => Promise<T>): Promise<T> {
    for (let tries = 5; ; tries -= 1) {
      try { return await act(await one(target)) } catch (failure) { if (tries === 0 || !/detached|not clickable/i.test(String(failure))) throw failure }
    }
  }
  const evaluate = async <T>(code: string): Promise<T> => (await (await scope()).evaluate(code)) as T
  const body = () => evaluate<string>('document.body.innerText')
  const holds = (text: string, wanted: string | RegExp) => (typeof wanted === 'string' ? text.replace(/\s+/g, ' ').includes(wanted) : wanted.test(text))
  return {
    click: (target) => upon(target, (found) => found.click()),
    doubleClick: (target) => upon(target, (found) => found.click({ count: 2 })),
    type: (target, text) => upon(target, async (field) => {
      await field.click()
      await field.evaluate((el) => { (el as HTMLInputElement).select() })
      await page.keyboard.press('Delete')
      await field.type(text)
    }),
    press: (key) => page.keyboard.press(key as KeyInput),
    select: (target, option) => upon(target, async (field) => {
      const value = await waitFor(() => field.evaluate((el, text) => [...(el as HTMLSelectElement).options].find((candidate) => candidate.text === text)?.value, option), `option ${option}`)
      await field.select(value)
    }),
    async upload(file) {
      const field = await (await scope()).waitForSelector('input[type=file]')
      await (field as ElementHandle<HTMLInputElement>).uploadFile(file)
    },
    async count(target) { return (await all(target)).evaluate((found) => found.length) },
    text: body,
    async sees(text, timeoutMs = 10_000) {
      await waitFor(async () => holds(await body(), text), `text ${String(text)}`, timeoutMs).catch(async (failure) => { throw new Error(`${String(failure)}; there was: ${(await body()).slice(0, 600)}`) })
    },
    async seesNot(text, timeoutMs = 10_000) { await waitFor(async () => !holds(await body(), text), `no text ${String(text)}`, timeoutMs) },
    evaluate,
    axe: () => evaluate(axeCode),
    async screenshot(file, size) {
      mkdirSync(dirname(file), { recursive: true })
      if (size) await page.setViewport(size)
      writeFileSync(file, await page.screenshot())
    },
  }
}
