import { act, cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeAll, expect } from 'vitest'
import { Panel } from '@/components/panel/panel'
import { openGuard, type Guard } from '@/components/panel/guard'
import * as parts from '@/components/panel/later-parts'
import type { PanelContext } from '@/lib/bus/protocol/panel'
import { createPanelBus, type PanelBus, type PanelBusOptions } from '../../fakes/panel-bus'
import { now } from '../../fakes/panel-fixtures'

beforeAll(() => Promise.all([...parts.wantedNext, parts.LongList, parts.Today, parts.SetUp].map((part) => part.fetch())))
afterEach(cleanup)
// Nothing here is ever in the document and hidden; looking for that at each query takes most of the time.
configure({ defaultHidden: true, getElementError: (message) => new Error(message?.split('\n')[0] ?? 'not found') })

interface MountOptions extends Omit<PanelBusOptions, 'now'> {
  host?: PanelContext['host']
  guard?: Guard
  ticket?: string
  /** Clicks count as what they are here, made by a script; otherwise they stand for a person's. */
  byScript?: boolean
}

export interface Mounted {
  bus: PanelBus
  /** Moves the panel's clock, in milliseconds. */
  tick(by: number): void
  root: HTMLElement
}

const byPerson = () => true

/** A panel on a background in memory, with the first answers in. */
export async function mountPanel({ host = 'frame', guard = openGuard, ticket, byScript = false, ...options }: MountOptions): Promise<Mounted> {
  let time = now
  const bus = createPanelBus({ now: () => time, ...options })
  const clock = () => time
  const { container } = render(<Panel bus={bus} host={host} guard={guard} ticket={ticket} clock={clock} {...(byScript ? {} : { trusted: byPerson })} />)
  await settle()
  return { bus, root: container, tick: (by) => void (time += by) }
}

/** Lets every answer that is on its way arrive and be drawn. */
export async function settle(): Promise<void> {
  await act(async () => {
    for (let turn = 0; turn < 12; turn++) await new Promise((resolve) => setTimeout(resolve))
  })
}

/** Lets real time pass, drawing what comes in it. */
export async function pass(ms: number): Promise<void> {
  for (let at = 0; at < ms; at += 30) await act(() => new Promise((resolve) => setTimeout(resolve, 30)))
}

/** A person's click: down, up, click. */
export async function press(element: Element): Promise<void> {
  fireEvent.pointerDown(element)
  fireEvent.click(element)
  await settle()
}

export const button = (name: string | RegExp, inside: HTMLElement = document.body) => within(inside).getByRole('button', { name })
export const verdictButton = (name: string) => within(screen.getByRole('group', { name: 'Is this a good lead?' })).getByRole('button', { name })

export function expectNothingOf(root: HTMLElement, ...texts: string[]): void {
  for (const text of texts) expect(root.textContent).not.toContain(text)
}
