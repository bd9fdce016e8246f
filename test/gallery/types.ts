import type { Page } from '@playwright/test'
import type { ChromiumSurface } from '../e2e/harness/chromium.ts'

export const fillings = ['nothing', 'samples', 'little', 'much', 'hub', 'failing'] as const
/**
 * How much the extension holds; `samples` is the demo's library on both CRMs, `hub` is `little` as a member of a team's
 * hub. `failing` is `samples` again and last: a CRM that asked for a pause gets one. */
export type Filling = (typeof fillings)[number]

/** One look at a surface: what is opened, and done there, before its pictures are taken. */
export interface Shot {
  /** Names the picture among those of its scene. */
  state: string
  filling: Filling
  open(surface: ChromiumSurface): Promise<Page>
  /** Puts back what it changed outside its page. */
  after?: ((surface: ChromiumSurface) => void | Promise<void>) | undefined
}

/** One surface of the product, as the gallery shows it: a heading, a sentence, and its states below each other. */
export interface Scene {
  name: string
  title: string
  sentence: string
  shots: Shot[]
  /** How large its wide pictures are, where that is not as wide as a desk. */
  wide?: { width: number; height: number }
}

export const themes = ['light', 'dark'] as const
export const sizes = { wide: { width: 1280, height: 900 }, narrow: { width: 320, height: 640 } } as const
export type Size = keyof typeof sizes

export function sizeOf({ wide = sizes.wide }: Pick<Scene, 'wide'>, size: Size): { width: number; height: number } {
  return size === 'wide' ? wide : sizes[size]
}

export type Theme = (typeof themes)[number]

export function pictureName(shot: Pick<Shot, 'state'>, size: Size, theme: Theme): string {
  return `${shot.state}-${size}-${theme}.png`
}
