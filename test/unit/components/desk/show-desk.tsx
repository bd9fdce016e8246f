import { cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, vi } from 'vitest'
import { Desk } from '@/components/desk/desk'
import type { DeskDoor } from '@/components/desk/desk-door'
import type { Page } from '@/components/desk/shell/route'
import { findPastedOrg } from '@/lib/pages/salesforce-address'
import { createDeskBus, deskNow, type DeskBusOptions } from '../../../fakes/desk-bus'

// Lists draw what fits; without a layout everything is as high as this.
for (const side of ['offsetHeight', 'offsetWidth', 'clientHeight', 'clientWidth']) Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => 900 })
configure({ asyncUtilTimeout: 10_000, defaultHidden: true, getElementError: (message) => new Error(message?.split('\n')[0] ?? 'not found') })

afterEach(cleanup)

/** The desk on a page, with everything it did to the browser around it. */
export async function showDesk(page: Page | `${Page}?${string}`, options: DeskBusOptions = {}, granted = true) {
  location.hash = `#/${page}`
  const bus = createDeskBus(options)
  const door = {
    askHosts: vi.fn<DeskDoor['askHosts']>(async () => granted), findOrg: findPastedOrg, askPages: vi.fn<DeskDoor['askPages']>(async () => granted), askPermission: vi.fn<DeskDoor['askPermission']>(async () => granted),
    download: vi.fn<DeskDoor['download']>(), copy: vi.fn<DeskDoor['copy']>(async () => undefined), open: vi.fn<DeskDoor['open']>(),
  }
  render(<Desk bus={bus} door={door} clock={() => deskNow} />)
  await screen.findByRole('heading', { level: 1 }, { timeout: 10_000 })
  return { bus, door }
}

export const button = (name: string | RegExp) => screen.findByRole('button', { name })
export const click = async (name: string | RegExp) => void fireEvent.click(await button(name))
export const type = (label: string | RegExp, value: string) => void fireEvent.change(screen.getByLabelText(label), { target: { value } })
export const chooseFile = (label: RegExp, name: string, content: string) =>
  void fireEvent.change(screen.getByLabelText(label), { target: { files: [new File([content], name)] } })
/** Texts of the lines of the table with that name, without its head. */
export const lines = (table: string) => within(screen.getByRole('table', { name: table })).getAllByRole('row').slice(1).map((row) => row.textContent ?? '')
