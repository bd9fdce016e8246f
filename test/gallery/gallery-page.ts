import { join } from 'node:path'
import type { ChromiumSurface } from '../e2e/harness/chromium.ts'
import { drawSheet } from './sheet.ts'
import type { Scene } from './types.ts'

/** Draws the sheet of every scene whose pictures are all there. */
export async function writeGallery(surface: ChromiumSurface, scenes: readonly Scene[], pictures: string, root: string): Promise<void> {
  const page = await surface.context.newPage()
  let sum = 0
  for (const scene of scenes) {
    const bytes = await drawSheet(page, scene, join(pictures, scene.name), join(root, 'docs', 'images', 'gallery', `${scene.name}.webp`))
    sum += bytes
    if (bytes > 0) console.log(`${scene.name}.webp ${Math.round(bytes / 1000)} kB`)
  }
  console.log(`${Math.round(sum / 1000)} kB in all`)
}
